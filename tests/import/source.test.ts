import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyArchive } from '../../scripts/verify/verify-archive.ts';
import { makeFolder } from '../builders/files.ts';
import { bringIn, makeContent, readFile, readTree, writePage } from '../builders/import.ts';
import { writeSource } from '../builders/content.ts';

const page = writePage('<h2>The complaint</h2><p>Mr J says that the ferry was late.</p>');

const listed = (custom: Record<string, unknown> = { group: 'decision' }) => JSON.stringify([writeSource('ferry-page', custom)], null, 2);

async function bringAs(source: string, sources: string, file: string | Uint8Array) {
  const content = makeContent({ 'sources.json': sources });
  const before = readTree(content);
  const [result] = await bringIn(content, [join(makeFolder({ file }), 'file')], { source });
  return { content, before, result };
}

test('a page is tied to a source that is there, and its decision names that one', async () => {
  const { content, result } = await bringAs('ferry-page', listed(), page);
  expect(result).toMatchObject({ outcome: 'imported', refs: ['25 003 001'] });
  expect(readFile(content, 'sources.json')).toBe(
    listed().replace('"read": "whole"\n', '"read": "whole",\n      "statement": "25 003 001"\n'),
  );
  expect(readFile(content, 'decisions/25-003-001.mdx')).toContain('    source: ferry-page\n');
  expect(readFile(content, 'captures/captures.jsonl')).toContain('"source":"ferry-page"');
  const [again] = await bringIn(content, [join(makeFolder({ file: page }), 'file')]);
  expect(again?.outcome).toBe('unchanged');
});

test('any other page is kept as a copy of its source, and quotations are looked for in it', async () => {
  const quote = {
    id: 'late',
    text: 'late again',
    voice: 'commentary',
    speaker: { name: 'A writer' },
    evidence: [{ source: 'ferry-page' }],
  };
  const sources = listed({ group: 'article', quotes: [quote] });
  const { content, result } = await bringAs('ferry-page', sources, 'About ferries\n\nThe ferry was late again.\n');
  expect(result).toMatchObject({ outcome: 'imported', refs: [] });
  expect(result?.lines.join('\n')).toContain('"held": {"sha256":"');
  expect(readFile(content, 'sources.json')).toBe(sources);
  const { verdicts } = await verifyArchive(process.cwd(), content);
  expect(verdicts).toMatchObject([{ quote: { id: 'ferry-page/late' }, result: 'verified', at: ['About ferries, line 3'] }]);
});

test.each([
  ['a source that is not there', 'fery-page', listed(), page, 'There is no source "fery-page" in sources.json. Did you mean "ferry-page"?'],
  [
    'the page of another statement',
    'ferry-page',
    listed({ group: 'decision', statement: '25 003 002' }),
    page,
    'It is the page of 25 003 001, and the source "ferry-page" is that of 25 003 002.',
  ],
  [
    'a source that cannot be a decision page',
    'ferry-page',
    listed({ group: 'press' }),
    page,
    'It is the page of 25 003 001, and the source "ferry-page" stands on the shelf "press". Name another, or leave --source out.',
  ],
  [
    'a page that is a source already',
    'ferry-page',
    JSON.stringify([
      writeSource('ferry-page', { group: 'decision' }),
      writeSource('first', { group: 'decision', statement: '25 003 001' }),
    ]),
    page,
    'The page of 25 003 001 is the source "first" already. Leave --source out.',
  ],
  [
    'several statements',
    'ferry-page',
    listed(),
    page.replace('</main>', page.slice(page.indexOf('<h1>'), page.indexOf('</main>')).replace('25 003 001', '25 003 001a') + '</main>'),
    'It holds 2 statements, and a source is the page of one. Leave --source out.',
  ],
  [
    'what is no text',
    'ferry-page',
    listed(),
    new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    'Byte 0 is not UTF-8 text. Save it again as UTF-8.',
  ],
])('%s is refused in a sentence, and nothing is written', async (_what, source, sources, file, sentence) => {
  const { content, before, result } = await bringAs(source, sources, file);
  expect(result).toMatchObject({ outcome: 'refused', lines: [sentence] });
  expect(readTree(content)).toEqual(before);
});
