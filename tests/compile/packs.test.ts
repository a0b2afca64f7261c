import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openPacks } from '../../src/compile/packs.ts';
import { makeFolder } from '../builders/files.ts';

const COMPILER = 'made-up';

/** Keeps one thing by a process of its own. */
function keep(folder: string, digest: string) {
  const packs = openPacks(folder, COMPILER);
  packs.add(digest, { head: '{}', body: `the body of ${digest}` });
  packs.flush();
}

/** Enough packs that the next prune tidies them. */
function fill(folder: string, count = 12) {
  for (let index = 0; index < count; index += 1) keep(folder, `digest-${index}`);
}

test('a body can be read after a prune has removed the pack that its head came from, also by another process', () => {
  const folder = makeFolder({});
  fill(folder);
  const [one, other] = [openPacks(folder, COMPILER), openPacks(folder, COMPILER)];
  const [mine, theirs] = [one.find('digest-3'), other.find('digest-4')];
  one.prune(['digest-3']);
  expect(readdirSync(folder)).toHaveLength(2);
  expect([mine?.readBody(), theirs?.readBody()]).toEqual(['the body of digest-3', 'the body of digest-4']);
  other.forget();
  expect(other.find('digest-4')).toBeUndefined();
  expect(other.find('digest-3')?.readBody()).toBe('the body of digest-3');
});
