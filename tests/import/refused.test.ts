import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { docxParts } from '../builders/docx.ts';
import { makeFolder } from '../builders/files.ts';
import { bringIn, bringInPage, FIXTURES, makeContent, readTree, writePage } from '../builders/import.ts';
import { makePdf } from '../builders/pdf.ts';
import { makeZip } from '../builders/zip.ts';

const section = (html: string) => writePage(`<h2>The complaint</h2>${html}`);

/** What a page is refused for, having left nothing behind. */
async function refuse(page: string | Uint8Array): Promise<string> {
  const content = makeContent();
  const before = readTree(content);
  const result = await bringInPage(content, page);
  expect(result.outcome).toBe('refused');
  expect(result.lines).toHaveLength(1);
  expect(readTree(content)).toEqual(before);
  return result.lines[0] ?? '';
}

test.each([
  ['script-inside.html', 'Something that runs stands inside the text: <script>.'],
  ['script-between.html', 'Something that runs stands inside the text: <script>.'],
  ['handler.html', 'Something that runs stands inside the text: code on <p>.'],
  ['javascript-link.html', 'Something that runs stands inside the text: code on <a>.'],
  ['frame.html', 'Something that runs stands inside the text: <iframe>.'],
  ['latin1.html', 'is not UTF-8 text. Save it again as UTF-8.'],
  ['declared-1252.html', 'It says that it is written in windows-1252'],
  ['utf16.html', 'It is written in UTF-16.'],
  ['garbled.html', 'It was once read in a wrong encoding: "â€™"'],
  ['lost-characters.html', 'Characters were lost when it was saved'],
  ['not-a-decision.html', 'It is not a decision page: no heading has the form "Body (25 001 234)".'],
  ['heading-only.html', 'It is not a whole decision page.'],
  ['search-results.html', 'It is not a decision page'],
  ['web-archive.mht', 'It is a web archive (MHTML).'],
  ['empty.html', 'It is empty.'],
  ['plain.txt', 'It is plain text'],
  ['old-word.doc', 'It is an old Word file. Save it as .docx.'],
  ['not-a-docx.docx', 'Its ZIP folder is broken'],
  ['not-a-pdf.pdf', 'It cannot be read as a PDF.'],
])('%s is refused in a sentence and leaves nothing behind', async (name, words) => {
  const content = makeContent();
  const before = readTree(content);
  const [result] = await bringIn(content, [join(FIXTURES, 'refused', name)]);
  expect(result?.outcome).toBe('refused');
  expect(result?.lines).toEqual([expect.stringContaining(words)]);
  expect(readTree(content)).toEqual(before);
});

test('every file of the refused ones has a test', () => {
  expect(readdirSync(join(FIXTURES, 'refused'))).toHaveLength(19);
});

test('an enormous table is refused, and a large one is not', async () => {
  const table = (rows: number) => section(`<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(rows)}</table>`);
  expect(await refuse(table(3_000))).toBe('A table has 6000 cells, and at most 5000 are brought in.');
  expect((await bringInPage(makeContent(), table(60))).outcome).toBe('imported');
});

test('a cell that spans a million others is refused', async () => {
  expect(await refuse(section('<table><tr><td colspan="1000000">a</td></tr></table>'))).toContain('A cell of a table spans');
});

test('elements without end inside one another are refused, closed or not', async () => {
  expect(await refuse(section('<div>'.repeat(20_000)))).toContain('levels inside one another');
  expect(await refuse(section(`${'<ul><li>'.repeat(150)}x${'</li></ul>'.repeat(150)}`))).toContain('levels inside one another');
});

test('a page that would make the parser grow without end is refused at once', async () => {
  const fonts = Array.from({ length: 2_000 }, (_none, index) => `<font size="${index}">`).join('');
  expect(await refuse(section(`${fonts}${'<p>x'.repeat(2_000)}`))).toContain('that it never closes');
  expect(await refuse(section('<br>'.repeat(120_000)))).toContain('more than 100000 tags');
});

test('a page larger than any decision is refused before it is read', async () => {
  expect(await refuse(section('x'.repeat(5_100_000)))).toContain('It is not a decision page');
});

const document = (body: string | Uint8Array) =>
  docxParts('').map((part) => (part.name === 'word/document.xml' ? { ...part, data: body } : part));

test('a ZIP bomb is refused, also where it lies about its size', async () => {
  const bomb = Buffer.alloc(80_000_000, 0x20);
  expect(await refuse(makeZip(document(bomb)))).toBe(
    'It unpacks to more than 60000000 bytes, which no decision does. It may be a ZIP bomb.',
  );
  const [first, ...rest] = document(bomb);
  expect(await refuse(makeZip([...(first ? [first] : []), ...rest.map((part) => ({ ...part, claims: 10 }))]))).toContain('ZIP bomb');
});

test('a DOCX with entities, and a ZIP that is none, are refused', async () => {
  expect(await refuse(makeZip(document('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')))).toContain(
    'declares entities',
  );
  expect(await refuse(makeZip([{ name: 'a.txt', data: 'a' }]))).toBe('It is a ZIP file and no DOCX: word/document.xml is missing.');
});

test('a PDF without text is refused', async () => {
  expect(await refuse(makePdf([[{ text: 'Scan', y: 700 }]]))).toBe(
    'The PDF holds hardly any text. It may be a scan; look for another copy.',
  );
});

test('a link to a file is not followed', async () => {
  const folder = makeFolder({ 'page.html': section('<p>x</p>') });
  symlinkSync(join(folder, 'page.html'), join(folder, 'link.html'));
  const [result] = await bringIn(makeContent(), [join(folder, 'link.html')]);
  expect(result?.lines).toEqual(['It is not a regular file. Put the file itself there.']);
});

test('one statement that cannot be kept refuses the whole file', async () => {
  const second = writePage('<h2>The complaint</h2><p onclick="x()">Late.</p>', { ref: '25 003 002' }).replace(/^[\s\S]*<main>/, '');
  await refuse(section('<p>x</p>').replace('</main></body></html>', second));
});
