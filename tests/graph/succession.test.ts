import { describe, expect, it } from 'vitest';
import { buildSuccession } from '../../src/graph/succession.ts';
import type { Entry } from '../../src/graph/archive.ts';
import { bodyEntry, eventEntry, successor } from '../builders/records.ts';

const stagesOf = (id: string, bodies: Entry<'body'>[], events: Entry<'event'>[] = []) =>
  buildSuccession({ bodies, events }, id).map(({ bodies: held, handovers, events: own }) => [
    held.join(' '),
    handovers.map(({ date }) => date).join(' '),
    own.map(({ event, across }) => `${event.id}${across ? ' across' : ''}`).join(', '),
  ]);

const pair = [bodyEntry('old'), successor('new', 'old 2022-07-01')];
const at = (id: string, date: string, ...bodies: string[]) => eventEntry(id, date, { bodies });

describe('buildSuccession', () => {
  it('is empty for a body that neither succeeded nor was succeeded', () => {
    expect(stagesOf('mill', [...pair, bodyEntry('mill')])).toEqual([]);
  });

  it.each(['old', 'new'])('is the same line from the side of "%s"', (id) => {
    expect(stagesOf(id, pair)).toEqual([
      ['old', '', ''],
      ['new', '2022-07-01', ''],
    ]);
  });

  it('puts an event on the side of its date, whichever body it names', () => {
    const events = [
      at('before', '2022-05-03', 'new'),
      at('eve', '2022-06-30', 'old'),
      at('day', '2022-07-01', 'old'),
      at('after', '2023-11', 'new'),
    ];
    expect(stagesOf('new', pair, events).map(([, , own]) => own)).toEqual(['before, eve', 'day, after']);
  });

  it('marks what began before the change and went on after it', () => {
    expect(stagesOf('new', pair, [at('span', '2022-05-03/2023-11', 'old')]).map(([, , own]) => own)).toEqual(['span across', '']);
  });

  it('takes an event whose end is open to go on', () => {
    expect(stagesOf('new', pair, [at('open', '2021/..', 'old')])[0]?.[2]).toBe('open across');
  });

  it('leaves out events that name neither', () => {
    expect(stagesOf('new', pair, [at('elsewhere', '2022-05-03', 'mill')]).map(([, , own]) => own)).toEqual(['', '']);
  });

  it('shows predecessors that were merged on different days', () => {
    const bodies = [bodyEntry('east'), bodyEntry('west'), successor('whole', 'east 2020-04-01', 'west 2021-04-01')];
    expect(stagesOf('whole', bodies).map(([held]) => held)).toEqual(['east west', 'west whole', 'whole']);
  });

  it('shows a body between its predecessor and its successor', () => {
    const bodies = [bodyEntry('first'), successor('second', 'first 2013-04-01'), successor('third', 'second 2022-07-01')];
    expect(stagesOf('second', bodies).map(([held]) => held)).toEqual(['first', 'second', 'third']);
  });
});
