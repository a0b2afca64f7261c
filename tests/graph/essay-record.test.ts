import { describe, expect, it } from 'vitest';
import { buildEssayRecord } from '../../src/graph/essay-record.ts';
import type { Segment } from '../../src/compile/segments.ts';
import { essayEntry, sourceEntry } from '../builders/records.ts';

const cite = (id: string): Segment => ({ name: 'Cite', props: { id }, inline: true, children: [] });

describe('buildEssayRecord', () => {
  const note: Segment = { name: 'Note', props: {}, inline: true, children: [cite('atlas')] };
  const essays = [essayEntry('one'), essayEntry('two', {}, ['<p>', cite('gazette'), cite('gazette'), note, '</p>']), essayEntry('three')];
  const sources = ['almanac', 'atlas', 'gazette'].map((id) => sourceEntry(id));

  it('lists each source once, also those cited in notes', () => {
    expect(essays.map((essay) => buildEssayRecord({ essays, sources }, essay).sources.map(({ id }) => id))).toEqual([
      [],
      ['atlas', 'gazette'],
      [],
    ]);
  });

  it('knows the essays before and after', () => {
    expect(
      essays.map((essay) => buildEssayRecord({ essays, sources }, essay)).map(({ previous, next }) => [previous?.id, next?.id]),
    ).toEqual([
      [undefined, 'two'],
      ['one', 'three'],
      ['two', undefined],
    ]);
  });
});
