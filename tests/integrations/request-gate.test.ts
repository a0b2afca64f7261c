import { expect, test } from 'vitest';
import { openRequestGate } from '../../src/integrations/request-gate.ts';

/** A gate, and what happened at it in order. */
function watchGate() {
  const seen: string[] = [];
  const gate = openRequestGate(() => seen.push('renewed'));
  return { seen, ...gate, ask: (name: string) => gate.enter(() => seen.push(name)) };
}

test('requests begin at once while nothing changes, and nothing is renewed', () => {
  const { seen, ask, leave } = watchGate();
  ask('one');
  ask('two');
  leave();
  leave();
  ask('three');
  expect(seen).toEqual(['one', 'two', 'three']);
});

test('a request after a change waits until those before it have ended, and begins on what is new', () => {
  const { seen, ask, leave, change } = watchGate();
  ask('one');
  ask('two');
  change();
  ask('three');
  ask('four');
  leave();
  expect(seen).toEqual(['one', 'two']);
  leave();
  expect(seen).toEqual(['one', 'two', 'renewed', 'three', 'four']);
});

test('several changes before a request renew once, and a change during the next renews again', () => {
  const { seen, ask, leave, change } = watchGate();
  change();
  change();
  ask('one');
  change();
  leave();
  ask('two');
  expect(seen).toEqual(['renewed', 'one', 'renewed', 'two']);
});

test('a request that asks for another while it begins does not hold up the rest', () => {
  const { seen, enter, ask, leave, change } = watchGate();
  ask('one');
  change();
  enter(() => ask('inner'));
  ask('two');
  leave();
  expect(seen).toEqual(['one', 'renewed', 'inner', 'two']);
});
