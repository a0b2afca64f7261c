import { describe, expect, it } from 'vitest';
import { countChoices, loadFacets, passesAll, readKinds, weighByKind } from '../../src/components/search/facets.ts';
import { fakeEngine, indexedEntry } from '../builders/engine.ts';

const engine = fakeEngine([
  indexedEntry('a', '', { filters: { kind: ['decision'], body: ['Mill', 'Board'], year: ['2022'] } }),
  indexedEntry('b', '', { filters: { kind: ['event'], body: ['Mill'], year: ['2022'] } }),
  indexedEntry('c', '', { filters: { kind: ['event'], body: ['Board'], year: ['2023'] } }),
]);
const facets = await loadFacets(
  engine,
  new Map([
    ['kind', ['decision', 'event']],
    ['body', ['Mill', 'Board']],
    ['year', ['2022', '2023']],
  ]),
);
const ids = ['a', 'b', 'c'];
const toObject = (counts: ReadonlyMap<string, ReadonlyMap<string, number>>) =>
  Object.fromEntries([...counts].map(([name, own]) => [name, Object.fromEntries(own)]));

describe('facets', () => {
  it('let through what has every value that is set', () => {
    expect(ids.filter((id) => passesAll(facets, id, { kind: 'event', body: 'Mill' }))).toEqual(['b']);
    expect(ids.filter((id) => passesAll(facets, id, {}))).toEqual(ids);
    expect(ids.filter((id) => passesAll(facets, id, { body: 'unheard of' }))).toEqual([]);
  });

  it('count for each value what would be left beside the other filters', () => {
    expect(toObject(countChoices(facets, ids, { kind: 'event' }))).toEqual({
      kind: { decision: 1, event: 2 },
      body: { Mill: 1, Board: 1 },
      year: { 2022: 1, 2023: 1 },
    });
  });

  it('count only what was found', () => {
    expect(toObject(countChoices(facets, ['c'], {}))).toMatchObject({ kind: { decision: 0, event: 1 } });
  });

  it('weigh a decision more than what is said about it, and the kind that is asked for most', () => {
    expect(weighByKind(readKinds(facets), undefined)('a')).toBeGreaterThan(weighByKind(readKinds(facets), undefined)('b'));
    expect(weighByKind(readKinds(facets), 'event')('b')).toBeGreaterThan(weighByKind(readKinds(facets), 'event')('a'));
  });
});
