import { expect, test } from 'vitest';
import { FULL } from '../../src/graph/list-parts.ts';
import { listFacetYears, listTimelineFacets, timelineFacetPath } from '../../src/graph/timeline-facets.ts';
import { bodyEntry, decisionEntry, eventEntry } from '../builders/records.ts';

const archive = {
  events: [
    eventEntry('2020-asked', '2020', { kind: 'press', bodies: ['mill', 'town'], decisions: ['11-111-111'] }),
    eventEntry('2021-met', '2021', { kind: 'decision', bodies: ['mill'] }),
  ],
  bodies: [bodyEntry('mill'), bodyEntry('town'), bodyEntry('quiet')],
  decisions: [decisionEntry('11-111-111', '2020')],
};
const idsOf = (kind: 'body' | 'decision' | 'kind') =>
  listTimelineFacets(archive, kind).map(({ value, events }) => [value, ...events.map(({ id }) => id)]);

test('a body has its events, and one without any has its page', () => {
  expect(idsOf('body')).toEqual([['mill', '2020-asked', '2021-met'], ['town', '2020-asked'], ['quiet']]);
});

test('a decision has its events', () => {
  expect(idsOf('decision')).toEqual([['11-111-111', '2020-asked']]);
});

test('kinds that occur stand in the order of the schema', () => {
  expect(idsOf('kind')).toEqual([
    ['decision', '2021-met'],
    ['press', '2020-asked'],
  ]);
});

test('a facet is parted by year when its page cannot hold it', () => {
  const many = Array.from({ length: FULL }, (_, index) => eventEntry(`2024-step-${index}`, '2024'));
  const facet = { kind: 'kind', value: 'situation', events: many } as const;
  expect(listFacetYears(facet)).toEqual([]);
  expect(listFacetYears({ ...facet, events: [...many, eventEntry('2021-first', '2021')] })).toEqual([2021, 2024]);
  expect(timelineFacetPath(facet.kind, facet.value)).toBe('/timeline/kind/situation/');
});
