import { expect, test } from 'vitest';
import { shorten } from '../../src/graph/labels.ts';
import { fragmentOf, urlOnOnePage } from '../../src/graph/urls.ts';

test.each([
  ['decision', '11-222-333', '/decisions/11-222-333/', '11-222-333'],
  ['finding', '11-222-333/late', '/decisions/11-222-333/#f-late', 'f-late'],
  ['recommendation', '11-222-333/plan', '/recommendations/#11-222-333-plan', '11-222-333-plan'],
  ['payment', '11-222-333/all', '/payments/#11-222-333-all', '11-222-333-all'],
  ['quote', '11-222-333/words', '/quotes/11-222-333/words/', '11-222-333-words'],
  ['event', '2020-03-04-review', '/timeline/#2020-03-04-review', '2020-03-04-review'],
  ['body', 'borough', '/bodies/borough/', 'borough'],
  ['person', 'fam-aunt', '/people/#fam-aunt', 'fam-aunt'],
  ['theme', 'waiting', '/themes/waiting/', 'waiting'],
  ['term', 'panel', '/glossary/#panel', 'panel'],
  ['conflict', 'two-counts', '/conflicts/#two-counts', 'two-counts'],
  ['essay', 'waiting', '/essays/waiting/', 'waiting'],
  ['correction', 'slip', '/changes/#slip', 'slip'],
  ['source', 'gazette', '/sources/gazette/', 'gazette'],
] as const)('the address of the %s "%s" is %s', (kind, id, url, fragment) => {
  expect([urlOnOnePage(kind, id), fragmentOf(kind, id)]).toEqual([url, fragment]);
});

test.each([
  ['It shall act', 'It shall act'],
  ['The borough shall act within the time that it was given', 'The borough shall …'],
  ['Llanfairpwllgwyngyllgogerychwyrndrobwll', 'Llanfairpwllgwyngyllg …'],
])('%j is cut to %j', (text, short) => {
  expect(shorten(text, 21)).toBe(short);
});
