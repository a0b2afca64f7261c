import { expect, test } from 'vitest';
import { listCited } from '../../../src/components/permalink/list-cited.ts';
import type { Address } from '../../../src/graph/addresses.ts';

const address = (path: string, fragment: string, canonical: string): Address => ({
  path,
  fragment,
  canonical,
  kind: 'quote',
  id: 'x',
  hash: '01234567',
  grownFrom: [],
});
const decision = '/decisions/11-222-333/';

test('what is cited by its address here needs nothing', () => {
  expect(listCited([address(decision, '', decision), address(decision, 'f-delay', `${decision}#f-delay`)])).toEqual([]);
});

test('a kind of fragment is told once, and what differs from its kind by itself', () => {
  const cited = listCited([
    address(decision, '', decision),
    address(decision, 'q-late', '/quotes/11-222-333/late/'),
    address(decision, 'q-too-late', '/quotes/11-222-333/too-late/'),
    address(decision, 'r-visit', '/recommendations/#11-222-333-visit'),
    address(decision, 'r-pay', '/recommendations/11/#11-222-333-pay'),
    address(decision, 'r-here', `${decision}#r-here`),
  ]);
  expect(cited).toEqual([
    ['r-', '/recommendations/#11-222-333-*'],
    ['q-', '/quotes/11-222-333/*/'],
    ['r-pay', '/recommendations/11/#11-222-333-*'],
    ['r-here', `${decision}#r-here`],
  ]);
});

test('the page of an event and its passages are cited by the timeline', () => {
  const page = '/timeline/2020-met/';
  expect(listCited([address(page, '', '/timeline/#2020-met'), address(page, 'p-89abcdef', '/timeline/#p-89abcdef')])).toEqual([
    ['p-', '/timeline/#*'],
    ['', '/timeline/#2020-met'],
  ]);
});
