import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bringInPage, makeContent, readFile, readText, readTree, writePage } from '../builders/import.ts';

const before =
  writePage(`<h2>The complaint</h2><ol><li>Mr J says the ferry is late.</li><li>He wants a timetable that can be read.</li></ol>
<h2>What I found</h2><ol><li>The ferry was late on nine of ten days.</li><li>The Council kept no record of the tenth.</li></ol>
<h2>Agreed action</h2><ol><li>The Council will print a timetable.</li></ol>`);

const after = before
  .replace('nine of ten days', 'eight of ten days')
  .replace('<li>The Council kept no record of the tenth.</li>', '')
  .replace('will print a timetable.', 'will print a timetable.</li><li>It will also buy a clock.');

const decision = `---
ref: 25 003 001
title: A ferry that was late
date: "2025-06-09"
dateEvidence: [{ source: lgsco-25003001, at: page header }]
decidedBy: watchdog
form: decision-statement
read: whole
readNote: All of it.
summary: The ferry was late.
statements: [{ ref: 25 003 001, body: ferrymead-council, outcome: upheld, source: lgsco-25003001 }]
recommendations:
  - id: timetable
    action: Print a timetable
    to: [ferrymead-council]
    evidence: [{ source: lgsco-25003001, at: agreed action }]
    history:
      - { state: agreed, date: "2025-06-09", text: It agreed., evidence: [{ source: lgsco-25003001, at: remedy }] }
quotes:
  - { id: late, text: late on nine of ten days, voice: finding, speaker: { body: watchdog }, evidence: [{ source: lgsco-25003001 }] }
  - { id: ferry, text: The ferry was late, voice: finding, speaker: { body: watchdog }, evidence: [{ source: lgsco-25003001 }] }
  - { id: wants, text: a timetable that can be read, voice: complainant, speaker: { name: Mr J }, evidence: [{ source: lgsco-25003001 }] }
---

Our account.
`;

async function importBefore(): Promise<string> {
  const content = makeContent({ 'decisions/25-003-001.mdx': decision });
  await bringInPage(content, before);
  return content;
}

test('a changed page says which paragraphs changed, and changes nothing', async () => {
  const content = await importBefore();
  const tree = readTree(content);
  const result = await bringInPage(content, after);
  expect(result.outcome).toBe('changed');
  expect(result.lines.slice(0, 3)).toEqual([
    expect.stringMatching(
      /^#p-[0-9a-f]{8} changed: "The ferry was late on nine of ten days." is now "The ferry was late on eight of ten days."$/,
    ),
    expect.stringMatching(/^#p-[0-9a-f]{8} removed: "The Council kept no record of the tenth."$/),
    'added: "It will also buy a clock."',
  ]);
  expect(readTree(content)).toEqual(tree);
});

test('a changed page says which quotations, addresses and statuses rest on what changed', async () => {
  const content = await importBefore();
  const [, , , late, record] = readText(content, '25-003-001').blocks?.flatMap(({ passages }) => passages.map(({ id }) => id)) ?? [];
  const { lines } = await bringInPage(content, after);
  expect(lines.slice(3)).toEqual([
    `quotation 25-003-001/late stands in #${late ?? ''}: its words are no longer there`,
    `quotation 25-003-001/ferry stands in #${late ?? ''}: its words are still there`,
    `address #${late ?? ''} would go`,
    `address #${record ?? ''} would go`,
    'status "agreed" of 2025-06-09 of recommendation 25-003-001/timetable rests on it (remedy)',
    '8 of 10 parts are as they were. decisions/25-003-001/text.mdx was left as it is: change it by hand, then bring the page in again',
  ]);
});

test('an editor’s note and an address that was published are named beside the paragraph that would go', async () => {
  const content = await importBefore();
  const path = join(content, 'decisions/25-003-001/text.mdx');
  const [, , , late] = readText(content, '25-003-001').blocks?.flatMap(({ passages }) => passages.map(({ id }) => id)) ?? [];
  writeFileSync(
    path,
    readFile(content, 'decisions/25-003-001/text.mdx').replace('nine of ten days.', 'nine of ten days. <Note>Ours.</Note>'),
  );
  writeFileSync(join(content, 'permalinks.jsonl'), `{"page":"/decisions/25-003-001/","fragments":["${late ?? ''}"]}\n`);
  const { lines } = await bringInPage(content, after);
  expect(lines).toContain(`address #${late ?? ''}, which was published, would go; beside it stand your <Note>`);
});

test('a note of the editor’s is no change of the page', async () => {
  const content = await importBefore();
  const path = join(content, 'decisions/25-003-001/text.mdx');
  const edited = readFile(content, 'decisions/25-003-001/text.mdx')
    .replace('nine of ten days.', '<Sic>nine</Sic> of ten days. <Note>Ours.</Note>')
    .replace('## What I found', '<Note>Beside it.</Note>\n\n## What I found');
  writeFileSync(path, edited);
  expect((await bringInPage(content, before)).outcome).toBe('unchanged');
  expect((await bringInPage(content, before.replace('<main>', '<main class="new">'))).outcome).toBe('unchanged');
  expect(readFile(content, 'decisions/25-003-001/text.mdx')).toBe(edited);
});

test('a changed outcome is told, and the editor’s file keeps its own', async () => {
  const content = await importBefore();
  const result = await bringInPage(content, before.replace('</strong>Upheld', '</strong>Not upheld'));
  expect(result.lines[0]).toBe('outcome changed: "Upheld" is now "Not upheld"');
  expect(readFile(content, 'decisions/25-003-001.mdx')).toBe(decision);
});

test('once the editor has changed the text, the new page is unchanged', async () => {
  const content = await importBefore();
  const path = join(content, 'decisions/25-003-001/text.mdx');
  writeFileSync(
    path,
    readFile(content, 'decisions/25-003-001/text.mdx')
      .replace('nine of ten', 'eight of ten')
      .replace('The Council kept no record of the tenth.\n\n', '')
      .replace('print a timetable.', 'print a timetable.\n\nIt will also buy a clock.'),
  );
  expect((await bringInPage(content, after)).outcome).toBe('unchanged');
});

test('a text with faults is not compared, and is named', async () => {
  const content = await importBefore();
  const path = join(content, 'decisions/25-003-001/text.mdx');
  writeFileSync(path, readFile(content, 'decisions/25-003-001/text.mdx').replace(/^ {4}sha256: .*$/m, '    sha256: short'));
  const result = await bringInPage(content, after);
  expect(result.outcome).toBe('changed');
  expect(result.lines[0]).toContain('decisions/25-003-001/text.mdx cannot be read');
});
