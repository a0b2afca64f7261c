import { expect, test } from 'vitest';
import { type DocxParagraph, makeDocx } from '../builders/docx.ts';
import { bringInPage, linesOf, makeContent, readFile, readText } from '../builders/import.ts';
import { makePdf } from '../builders/pdf.ts';

const statement: DocxParagraph[] = [
  { text: 'Ferrymead Council (25 002 001)', heading: 1 },
  { text: 'Category : Transport > Ferries' },
  { text: 'Decision : Not upheld' },
  { text: 'Decision date : 9 June 2025' },
  { text: 'The Ombudsman’s final decision', heading: 2 },
  { text: 'Summary: Mr I complained – about a\u00A0ferry & its “roof”.' },
  { text: 'The complaint', heading: 2 },
  { text: 'Mr I says that:', level: 0 },
  { text: 'it is late; and', level: 1 },
  { text: 'it is wet.', level: 1 },
  { text: 'He wants a roof.', level: 0 },
  { text: 'What I found', heading: 2 },
  { text: 'There is no roof.', level: 0 },
];

test('a Word file comes out word for word, with its lists', async () => {
  const content = makeContent();
  await bringInPage(content, makeDocx(statement));
  expect(linesOf(readText(content, '25-002-001'))).toEqual(statement.slice(4).map(({ text }) => text));
  expect(readFile(content, 'decisions/25-002-001.mdx')).toContain('outcome: not-upheld');
});

test('paragraph numbers of a Word file go on where a heading interrupts them', async () => {
  const content = makeContent();
  await bringInPage(content, makeDocx(statement), { numbersChecked: true });
  expect(Object.values(readText(content, '25-002-001').data.numbers)).toEqual(['1', '2', '3']);
});

const at = (line: number) => 760 - line * 16;

const foot = (page: number) => [
  { text: 'Final report', y: 40 },
  { text: String(page), y: 40, x: 500 },
];

const report = makePdf([
  [
    { text: 'Report by the Ombudsman', y: 790, size: 20 },
    { text: 'Investigation into a complaint about Ferrymead Council (reference number: 25 002 002)', y: at(2) },
    { text: '9 June 2025', y: at(4) },
    { text: 'The complaint', y: at(6), size: 14 },
    { text: '1. Mr J complains that the ferry – which is blue – does not', y: at(8) },
    { text: 'stop at the co-', y: at(9), x: 90 },
    { text: 'operative quay.', y: at(10), x: 90 },
    { text: '2. He says that:', y: at(12) },
    { text: 'a) it is late; and', y: at(13.3), x: 90 },
    { text: 'b) it is “wet”.', y: at(14.6), x: 90 },
    ...foot(1),
  ],
  [
    { text: 'What we found', y: at(0), size: 14 },
    { text: '3. There is no stop at the quay, and this paragraph goes on over the end of the page because it is so very', y: at(2) },
    ...foot(2),
  ],
  [
    { text: 'long that it does not fit.', y: at(0) },
    { text: '4. That is fault.', y: at(2) },
    { text: '• one point', y: at(3.3), x: 90 },
    { text: '• another', y: at(4.6), x: 90 },
    { text: 'point', y: at(5.6), x: 100 },
    { text: 'A paragraph without a number.', y: at(8) },
    ...foot(3),
  ],
]);

test('a PDF comes out in paragraphs, without its running feet and its numbers', async () => {
  const content = makeContent();
  await bringInPage(content, report);
  expect(linesOf(readText(content, '25-002-002'))).toEqual([
    'Report by the Ombudsman',
    'Investigation into a complaint about Ferrymead Council (reference number: 25 002 002)',
    '9 June 2025',
    'The complaint',
    'Mr J complains that the ferry – which is blue – does not stop at the co-operative quay.',
    'He says that:',
    'it is late; and',
    'it is “wet”.',
    'What we found',
    'There is no stop at the quay, and this paragraph goes on over the end of the page because it is so very long that it does not fit.',
    'That is fault.',
    'one point',
    'another point',
    'A paragraph without a number.',
  ]);
});

test('paragraph numbers of a PDF are those that are printed, once they are checked', async () => {
  const content = makeContent();
  await bringInPage(content, report, { numbersChecked: true });
  expect(Object.values(readText(content, '25-002-002').data.numbers)).toEqual(['1', '2', '3', '4']);
  expect(readFile(content, 'decisions/25-002-002.mdx')).toContain('date: "2025-06-09"');
  expect(readFile(content, 'decisions/25-002-002.mdx')).toContain('form: public-report');
});
