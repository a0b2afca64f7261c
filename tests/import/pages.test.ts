import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { decisionSchema } from '../../src/schema/decision.ts';
import { bringIn, bringInPage, compileContent, fixture, linesOf, makeContent, readFile, readText, writePage } from '../builders/import.ts';

const golden = (name: string) => readFileSync(join(import.meta.dirname, 'golden', name), 'utf8');

const readFields = (mdx: string): Record<string, unknown> => parse(mdx.split(/^---$/m)[1] ?? '', { schema: 'core' });

async function importOne(name: string) {
  const content = makeContent();
  const [result] = await bringIn(content, [fixture(name)]);
  const decision = result?.refs[0]?.slice(0, 10).replaceAll(' ', '-') ?? '';
  return { content, result, decision, fields: readFields(readFile(content, `decisions/${decision}.mdx`)) };
}

test('a page becomes a decision, its text, its body and its source, as an editor finds them', async () => {
  const { content } = await importOne('plain.html');
  expect(readFile(content, 'decisions/25-001-001.mdx')).toBe(golden('25-001-001.mdx'));
  expect(readFile(content, 'decisions/25-001-001/text.mdx')).toBe(golden('text.mdx'));
  expect(readFile(content, 'bodies/larkmoor-district-council.mdx')).toBe(golden('larkmoor-district-council.mdx'));
  expect(readFile(content, 'sources.json')).toBe(golden('sources.json'));
});

test('once its blanks are filled, an imported decision and its body are valid', async () => {
  const { fields } = await importOne('plain.html');
  expect(decisionSchema.safeParse(fields).success).toBe(false);
  expect(decisionSchema.safeParse({ ...fields, title: 'A lost form', summary: 'A form was lost.', decidedBy: 'watchdog' }).success).toBe(
    true,
  );
});

test('the ombudsman’s summary stands above ours as a comment, marked as theirs', async () => {
  const { content } = await importOne('plain.html');
  expect(readFile(content, 'decisions/25-001-001.mdx')).toContain(
    "## The ombudsman's own summary in 25 001 001, word for word. It is theirs: read it, and write your own below.\n## > Mr F complained that the Council lost his application for an allotment.",
  );
});

test('letters and points stay parts of their paragraph, and no paragraph number is kept', async () => {
  const { content } = await importOne('letters.html');
  const { blocks = [], data } = readText(content, '25-001-002');
  expect(data.numbers).toEqual({});
  expect(blocks.slice(2, 6).map(({ heading, passages }) => heading?.text ?? passages.map(({ text }) => text))).toEqual([
    'The complaint',
    ['Ms G complains that the Council:'],
    ['moved her fence without asking;', 'broke the gate, so that', 'it does not shut; and', 'it does not open; and', 'let the hedge die.'],
    ['She says that this:'],
  ]);
});

test('a table keeps its cells in their rows, and its caption above it', async () => {
  const { content } = await importOne('table.html');
  expect(readFile(content, 'decisions/25-001-004/text.mdx')).toContain(
    'Weeks and bins\n\n| Week | Brown \\| green | Blue |\n| - | - | - |\n',
  );
});

test('cells that span others leave the others empty', async () => {
  const { content } = await importOne('table-merged.html');
  expect(readFile(content, 'decisions/25-001-005/text.mdx')).toContain(
    '| First year | | £1,200 |\n| - | - | - |\n| Second year | spring | £600 |\n| | autumn | £650 |\n',
  );
});

test('headings keep their order and their words, also those that no other page has', async () => {
  const { content, fields } = await importOne('headings-other-order.html');
  const headings = (readText(content, '25-001-006').blocks ?? []).flatMap(({ heading }) => (heading ? [heading.text] : []));
  expect(headings).toEqual([
    "The Ombudsman's final decision:",
    'Final decision',
    'A word about the mill',
    'Agreed action',
    'Was there fault?',
    'The complaint',
  ]);
  expect(fields['statements']).toMatchObject([{ outcome: 'partly-upheld' }]);
});

test('two statements of one investigation in one file share a decision and a text, each with its own outcome', async () => {
  const { content, result, fields } = await importOne('two-statements.html');
  expect(result?.refs).toEqual(['25 001 007', '25 001 007a']);
  expect(fields['statements']).toMatchObject([
    { ref: '25 001 007', body: 'osier-brook-borough-council', outcome: 'upheld' },
    { ref: '25 001 007a', body: 'osier-brook-nhs-foundation-trust', outcome: 'not-upheld' },
  ]);
  expect(
    readText(content, '25-001-007')
      .data.statements.map(({ ref }) => ref)
      .toSorted(),
  ).toEqual(['25 001 007', '25 001 007a']);
  expect(linesOf(readText(content, '25-001-007')).at(-1)).toBe('Both were at fault.');
});

test('two decisions in one file become two', async () => {
  const { content } = await importOne('two-decisions.html');
  expect(linesOf(readText(content, '25-001-008')).at(-1)).toBe('The kerb is high.');
  expect(linesOf(readText(content, '25-001-009')).at(-1)).toBe('The drain is blocked.');
});

test('statements of one investigation in files of their own are grouped, and a text that differs is kept apart', async () => {
  const content = makeContent();
  await bringIn(content, ['joint-council.html', 'joint-trust.html', 'joint-board.html'].map(fixture));
  const { statements } = readFields(readFile(content, 'decisions/25-001-015.mdx'));
  expect(statements).toMatchObject([
    { ref: '25 001 015' },
    { ref: '25 001 015a', outcome: 'upheld' },
    { ref: '25 001 015b', outcome: 'not-upheld' },
  ]);
  expect(readText(content, '25-001-015').data.statements).toHaveLength(2);
  expect(linesOf(readText(content, '25-001-015', 'text-b.mdx'))).toContain('The third office has no shelf, and says so.');
  expect(compileContent(content).problems.filter(({ kind }) => kind === 'duplicate-anchor')).toEqual([]);
});

test.each([
  ['missing-date.html', 'The page prints none'],
  ['impossible-date.html', 'The page prints "31 Feb 2025", which cannot be read as a date'],
  ['labels-in-table.html', 'The page prints "30/04/2025", which cannot be read as a date'],
])('%s leaves the date blank and says why', async (name, words) => {
  const { content, decision, fields } = await importOne(name);
  expect(fields['date']).toBe('FILL IN');
  expect(readFile(content, `decisions/${decision}.mdx`)).toContain(words);
});

test.each([
  ['wrapped.html', { category: 'Transport > Ferries', outcome: 'upheld' }, '2025-04-01'],
  ['labels-in-lines.html', { category: 'Planning > Boats', outcome: 'upheld' }, '2025-05-05'],
  ['labels-in-table.html', { category: 'Planning > Piers', outcome: 'closed' }, 'FILL IN'],
  ['report.html', { outcome: 'fault-found' }, '2025-06-09'],
])('%s: labels are found wherever the page puts them', async (name, statement, date) => {
  const { fields } = await importOne(name);
  expect(fields['statements']).toMatchObject([statement]);
  expect(fields['date']).toBe(date);
});

test('Welsh letters stay as they are encoded, and give a body a plain id', async () => {
  const { content } = await importOne('welsh.html');
  expect(linesOf(readText(content, '25-001-012')).join('\n')).toContain('âêîôûŵŷ'.normalize('NFD'));
  expect(readFile(content, 'bodies/cyngor-sir-ynys-wyllt.mdx')).toContain('name: Cyngor Sir Ynys Wyllt');
});

test('a body under a new name is a new body, and the editor is told which it may be', async () => {
  const content = makeContent();
  const [, second] = await bringIn(content, [fixture('renamed-old.html'), fixture('renamed-new.html')]);
  expect(second?.lines.join('\n')).toContain('"Brackenfold Council" may be "brackenfold-borough-council" under another name');
});

test('a body is known under any of its names', async () => {
  const content = makeContent({ 'bodies/ferries.mdx': '---\nname: The Ferrymead Authority\nvariants: [Ferrymead  COUNCIL]\n---\n' });
  await bringIn(content, [fixture('joint-council.html')]);
  expect(readFields(readFile(content, 'decisions/25-001-015.mdx'))['statements']).toMatchObject([{ body: 'ferries' }]);
});

test('characters that nobody sees go, words stay whole, and the text says what went', async () => {
  const { content } = await importOne('invisible.html');
  const { data, blocks = [] } = readText(content, '25-001-028');
  expect(data.leftOut).toEqual(['U+00AD, 2 times', 'U+200B', 'U+200D', 'U+200E', 'U+2028', 'U+FE0F', 'U+FEFF']);
  expect(blocks[3]?.passages[0]?.text).toBe(
    'A softhyphen, a zerowidth space, a joiner, a left-to-right mark, a line separator and a mark of byte order.',
  );
  expect(readFile(content, 'bodies/ferrymead-council.mdx')).toContain('name: Ferrymead Council\n');
});

test('paragraphs with the same words have addresses of their own', async () => {
  const { content } = await importOne('repeated.html');
  const ids = readText(content, '25-001-029').anchors.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('what a browser saves around a page is left out, and said', async () => {
  const { content, result } = await importOne('saved-whole.html');
  expect(linesOf(readText(content, '25-001-026'))).toEqual([
    "The Ombudsman's final decision:",
    'Summary: Ms C complained about a timetable.',
    'The complaint',
    'The timetable is from another year.',
    'Final decision',
    'It is.',
  ]);
  expect(result?.lines).toContain('taken for the page\'s own, after the text: "Related decisions", "Another body (25 001 900)"');
  expect(readFile(content, 'sources.json')).toContain('"URL": "https://www.watchdog.example/decisions/transport/ferries/25-001-026"');
});

test('numbers are kept only when a person has checked them, and count on from list to list', async () => {
  const content = makeContent();
  await bringIn(content, [fixture('numbers-start.html')], { numbersChecked: true });
  const { data, blocks = [] } = readText(content, '25-001-019');
  const numbered = blocks.flatMap(({ passages }) =>
    passages.flatMap(({ id = '', text }) => (data.numbers[id] ? [`${data.numbers[id]} ${text}`] : [])),
  );
  expect(numbered).toEqual(['1 First.', '2 Second.', '3 Third.', '4 Fourth.', '5 Fifth.', '8 Eighth.', '9 Ninth.', '10 Tenth.']);
});

test('numbers checked later are added, and nothing else changes', async () => {
  const content = makeContent();
  await bringIn(content, [fixture('numbers-start.html')]);
  const before = readFile(content, 'decisions/25-001-019/text.mdx');
  const [result] = await bringIn(content, [fixture('numbers-start.html')], { numbersChecked: true });
  const after = readFile(content, 'decisions/25-001-019/text.mdx');
  expect(result?.outcome).toBe('imported');
  expect(after.replace(/numbers:\n(?: {2}.*\n)+/, '')).toBe(before);
  expect(Object.keys(readText(content, '25-001-019').data.numbers)).toHaveLength(8);
});

test('lists inside lists that hold nothing else are the paragraphs themselves', async () => {
  const { content } = await importOne('nested-lists.html');
  const { blocks = [] } = readText(content, '25-001-020');
  expect(blocks.map(({ passages }) => passages.length)).toEqual([0, 1, 0, 1, 1, 0, 1, 4, 1]);
});

test('the licence named at the import goes to the text and to its capture', async () => {
  const content = makeContent();
  await bringInPage(content, writePage('<h2>The complaint</h2><p>It is late.</p>'), { licence: 'Free reuse with acknowledgement' });
  expect(readText(content, '25-003-001').data.licence).toBe('Free reuse with acknowledgement');
  expect(readFile(content, 'captures/captures.jsonl')).toContain('"licence":"Free reuse with acknowledgement"');
});

test('a copy is kept byte for byte under its SHA-256', async () => {
  const { content } = await importOne('plain.html');
  const { sha256 } = JSON.parse(readFile(content, 'captures/captures.jsonl')) as { sha256: string };
  expect(readFileSync(join(content, 'captures', `${sha256}.html`))).toEqual(readFileSync(fixture('plain.html')));
});

test('what stands in sources.json stays as it is written', async () => {
  const before = '[\n { "id":"gazette" ,  "custom": {}}\n\n]\n';
  const content = makeContent({ 'sources.json': before });
  await bringIn(content, [fixture('plain.html')]);
  expect(readFile(content, 'sources.json').startsWith('[\n { "id":"gazette" ,  "custom": {}},\n  {\n    "id": "lgsco-25001001"')).toBe(
    true,
  );
  expect(JSON.parse(readFile(content, 'sources.json'))).toHaveLength(2);
});

test('a statement is added to a decision that an editor has written, and every other character stays', async () => {
  const written =
    '---\nref: 25 003 001\ntitle: "A ferry"   # ours\nstatements:\n    - ref: 25 003 001b\n      body: harbour\n      outcome: unknown\n\n# the end\nquotes: []\n---\n\nOur account.\n';
  const content = makeContent({ 'decisions/25-003-001.mdx': written });
  await bringInPage(content, writePage('<h2>The complaint</h2><p>It is late.</p>', { ref: '25 003 001a' }));
  const added =
    '    - ref: 25 003 001a\n      body: ferrymead-council\n      outcome: upheld\n      category: Transport > Ferries\n      source: lgsco-25003001a\n';
  expect(readFile(content, 'decisions/25-003-001.mdx')).toBe(
    written.replace('      outcome: unknown\n', `      outcome: unknown\n${added}`),
  );
});

test('a statement that an editor has listed is left alone, and what the page says otherwise is told', async () => {
  const written = '---\nref: 25 003 001\nstatements:\n  - ref: 25 003 001\n    body: harbour\n    outcome: unknown\n---\n';
  const content = makeContent({ 'decisions/25-003-001.mdx': written });
  const result = await bringInPage(content, writePage('<h2>The complaint</h2><p>It is late.</p>'));
  expect(readFile(content, 'decisions/25-003-001.mdx')).toBe(written);
  expect(result.lines.join('\n')).toContain('gives the outcome of 25 003 001 as "unknown", and the page as "Upheld"');
});
