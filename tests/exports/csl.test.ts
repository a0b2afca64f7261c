import { expect, test } from 'vitest';
import { toCslDate } from '../../src/exports/csl.ts';
import { citeFiles } from '../../src/exports/cite-file.ts';
import { listBibliography } from '../../src/exports/citable.ts';
import { addressOf, archive, citable, records } from './made-up.ts';

test.each([
  ['2025-02-13', { 'date-parts': [[2025, 2, 13]] }],
  ['2023-11', { 'date-parts': [[2023, 11]] }],
  ['1983', { 'date-parts': [[1983]] }],
  ['2023-11~', { literal: 'about November 2023' }],
  ['2024-01-31?', { literal: '31 January 2024 (uncertain)' }],
  ['2020-03/2021-04', { literal: 'March 2020 to April 2021' }],
  ['2020/..', { literal: 'from 2020, end not known' }],
])('the date %s is %o', (edtf, date) => {
  expect(toCslDate(edtf)).toEqual(date);
});

test('a decision is a case under the reference of the page that was seen', () => {
  expect(citable('decision', '11-222-333').item).toEqual({
    id: 'statement-a',
    type: 'legal_case',
    genre: 'Decision statement',
    title: 'Fen & Marsh Council',
    number: '11 222 333a',
    author: [{ literal: 'Ombudsman for Rivers and Lakes' }, { literal: 'Ombudsman for Roads' }],
    authority: 'Ombudsman for Rivers and Lakes and Ombudsman for Roads',
    issued: { 'date-parts': [[2020, 3, 4]] },
    URL: 'https://ombudsman.example/decisions/11-222-333a',
    note: 'In A made-up archive, brought up to 1 January 2024: https://archive.example/decisions/11-222-333/',
  });
});

test('a decision of which no page was seen has a supplied title and our address, and no more than is known', () => {
  expect(citable('decision', '22-333-444').item).toEqual({
    id: '22-333-444',
    type: 'legal_case',
    genre: 'Public report',
    title: '[A decision of which no page was seen]',
    number: '22 333 444',
    author: [{ literal: 'The Watchdog' }],
    authority: 'The Watchdog',
    issued: { 'date-parts': [[2023, 11]] },
    URL: 'https://archive.example/decisions/22-333-444/',
    note: 'In A made-up archive, brought up to 1 January 2024: https://archive.example/decisions/22-333-444/',
  });
});

test('a source is as it was given, without what only Upheld reads', () => {
  expect(citable('source', 'report').item).toEqual({ ...archive.sources.find(({ id }) => id === 'report')?.data, custom: undefined });
});

test('a quotation names its section, and the words that were not read where they come from name where they were', () => {
  expect(citable('quote', '11-222-333/read').locator).toEqual({ label: 'sub-verbo', value: 'summary' });
  const { item, via, items } = citable('quote', '11-222-333/second-hand');
  expect([item.number, via?.item.id, via?.locator]).toEqual(['11 222 333', 'post', { label: 'sub-verbo', value: 'First part' }]);
  expect(items.map(({ id, note }) => [id, note])).toEqual([
    [
      '11-222-333-second-hand',
      '“the words of second-hand”. In the voice of: summary. Checked: not-read, as quoted in “The ‘wet’ years”. https://archive.example/quotes/11-222-333/second-hand/',
    ],
    ['post', undefined],
  ]);
});

test('an event and an essay are our pages, dated by the record and not by the build', () => {
  expect(citable('event', '2020-2021-flood').item).toEqual({
    id: '2020-2021-flood',
    type: 'webpage',
    title: 'The water stays',
    'container-title': 'A made-up archive',
    issued: { 'date-parts': [[2024, 1, 1]] },
    URL: 'https://archive.example/timeline/#2020-2021-flood',
  });
  expect(citable('essay', 'mud').item.URL).toBe('https://archive.example/essays/mud/');
});

test('the bibliography has every source and every decision once', () => {
  const ids = listBibliography(archive, addressOf).map(({ id }) => id);
  expect(ids).toEqual([...new Set([...archive.sources.map(({ id }) => id), '22-333-444', '33-444-555'])].toSorted());
});

test('every kind as CSL-JSON is as it always was', async () => {
  const items = records(archive).flatMap(([kind, id]) => citable(kind, id).items);
  await expect(citeFiles.json.write(items)).toMatchFileSnapshot('__golden__/csl.json');
});
