import { expect, test } from 'vitest';
import { buildArchive } from '../../src/graph/build-archive.ts';
import { formatProblem } from '../../src/compile/problem.ts';
import type { CompiledRecord } from '../../src/compile/record.ts';
import type { PermalinkLine } from '../../src/schema/permalink.ts';
import { compile, evidence, folderOf, link } from '../builders/content.ts';
import { releaseLines } from '../builders/ledger.ts';

const quote = { id: 'words', text: 'It shall act', voice: 'finding', speaker: { body: 'watchdog' }, evidence };
const finding = { id: 'delay', text: 'It took too long.', bodies: ['borough'], evidence };
const recommended = { state: 'recommended', date: '2020-03-04', text: 'It was asked.', evidence };
const recommendation = { id: 'plan', action: 'Plan', to: ['borough'], evidence, history: [recommended] };
const checks = [{ quote: '11-222-333/words', source: 'gazette', held: false, on: 'unknown', result: 'verified' }];

const decision = (fields = {}, body = 'First it met.\n\nThen it left.\n\n## After <Anchor id="s-after" />\n\nLast it wrote.') =>
  compile(
    'decision',
    '11-222-333',
    { quotes: [quote], findings: [finding], recommendations: [recommendation], ...fields },
    body.replace(/\.(?=\n|$)/g, '. <Cite id="gazette" />'),
  );
const event = (id: string, fields = {}, body = '') => compile('event', id, fields, body);

const before = [decision(), event('2020-03-04-met'), compile('theme', 'waiting', {}, 'They waited.')];
const ledger = releaseLines(link(before, { checks }).addresses, '2027-01-01');

const problemsOf = (records: readonly CompiledRecord[], more: readonly PermalinkLine[] = [], kept = checks) =>
  buildArchive(folderOf(records, { checks: kept, permalinks: [...ledger, ...more] })).problems.map(formatProblem);
const others = before.slice(1);

test('what was published and stands as it did is no problem', () => {
  expect(problemsOf(before)).toEqual([]);
});

test('a missing and an empty ledger ask for nothing', () => {
  expect(buildArchive(folderOf([decision({ findings: [] }, 'Nothing.')], { checks })).problems).toEqual([]);
});

test('an earlier event, a new paragraph and a new finding change no address and are no problem', () => {
  const body = 'Before all it slept.\n\nFirst it met.\n\nThen it left.\n\n## After <Anchor id="s-after" />\n\nLast it wrote.';
  expect(
    problemsOf([
      decision({ findings: [finding, { ...finding, id: 'more', text: 'And more.' }] }, body),
      ...others,
      event('2019-01-01-began', { date: '2019-01-01' }),
    ]),
  ).toEqual([]);
});

test('a corrected date changes no address, and its words need a correction', () => {
  const [problem, ...more] = problemsOf([decision(), event('2020-03-04-met', { date: '2020-03-05' }), ...before.slice(2)]);
  expect([problem, more]).toEqual([
    'content/events/2020-03-04-met.mdx:2:1 The words at /timeline/#2020-03-04-met are not those published on 2027-01-01. Add a correction with "passages: [{ event: 2020-03-04-met }]", or put the words back.',
    [],
  ]);
});

test('a paragraph that was edited is told with what stands in its place', () => {
  const [problem, ...more] = problemsOf([
    decision({}, 'First it met.\n\nThen it went.\n\n## After <Anchor id="s-after" />\n\nLast it wrote.'),
    ...others,
  ]);
  expect(more).toEqual([]);
  expect(problem).toMatch(
    /^content\/decisions\/11-222-333\.mdx:\d+:1 \/decisions\/11-222-333\/#p-[0-9a-f]{8} was published on 2027-01-01 and no longer lands\. Between its neighbours now stands #p-[0-9a-f]{8} of line \d+\. If that is the same passage, run npm run pin;/,
  );
});

test('a paragraph that was taken out has nothing in its place', () => {
  const [problem, ...more] = problemsOf([decision({}, 'First it met.\n\n## After <Anchor id="s-after" />\n\nLast it wrote.'), ...others]);
  expect(more).toEqual([]);
  expect(problem).toMatch(
    /^content\/permalinks\.jsonl:\d+:1 .* Nothing new stands between its neighbours\. Bring it back, or run npm run move -- \/decisions\/11-222-333\/#p-/,
  );
});

test('a paragraph that became two is left to the editor, who is told both', () => {
  const [problem, ...more] = problemsOf([
    decision({}, 'First it met.\n\nThen.\n\nIt left.\n\n## After <Anchor id="s-after" />\n\nLast it wrote.'),
    ...others,
  ]);
  expect(more).toEqual([]);
  expect(problem).toMatch(
    /Between its neighbours now stand line \d+ \(#p-[0-9a-f]{8}\) and line \d+ \(#p-[0-9a-f]{8}\)\. Put <Anchor id="p-[0-9a-f]{8}" \/> into the one that it became/,
  );
});

test('a heading whose address was renamed is told with its new one', () => {
  const [problem, ...more] = problemsOf([
    decision({}, 'First it met.\n\nThen it left.\n\n## After <Anchor id="s-later" />\n\nLast it wrote.'),
    ...others,
  ]);
  expect(more).toEqual([]);
  expect(problem).toMatch(
    /#s-after was published .* Between its neighbours now stands #s-later of line \d+\. If that is the same heading, give it back <Anchor id="s-after" \/>/,
  );
});

test('a heading whose words were renamed needs a correction', () => {
  const [problem, ...more] = problemsOf([
    decision({}, 'First it met.\n\nThen it left.\n\n## Later <Anchor id="s-after" />\n\nLast it wrote.'),
    ...others,
  ]);
  expect(more).toEqual([]);
  expect(problem).toContain(
    'The words at /decisions/11-222-333/#s-after are not those published on 2027-01-01. Add a correction with "passages: [{ decision: 11-222-333 }]" and "paragraphs: [s-after]"',
  );
});

test('a quotation that was deleted is told once, and a line of the ledger settles it', () => {
  const left = [decision({ quotes: [] }), ...others];
  const [problem, ...more] = problemsOf(left, [], []);
  expect(more).toEqual([]);
  expect(problem).toMatch(
    /^content\/permalinks\.jsonl:\d+:1 The quote "11-222-333\/words" at \/quotes\/11-222-333\/words\/ was published on 2027-01-01 and no longer lands\. .* npm run withdraw -- quote:11-222-333\/words --reason <class>\.$/,
  );
  const gone = ['/quotes/11-222-333/words/', '/decisions/11-222-333/#q-words', '/embed/quote/11-222-333/words/'].map(
    (path): PermalinkLine => ({
      on: '2027-02-02',
      path,
      state: 'withdrawn',
      reason: 'rights',
    }),
  );
  expect(problemsOf(left, gone, [])).toEqual([]);
});

test('a decision that was deleted is told once, with all that it held', () => {
  expect(problemsOf(others, [], []).filter((problem) => problem.includes('no longer lands'))).toEqual([
    expect.stringContaining('The decision "11-222-333" at /decisions/11-222-333/ was published'),
  ]);
});

test('changed words are answered for by a correction that no release has published', () => {
  const changed = decision({ findings: [{ ...finding, text: 'It took far too long.' }] });
  const correct = (fields = {}) =>
    compile('correction', 'too-long', { date: '2027-02', passages: [{ finding: '11-222-333/delay' }], ...fields });
  expect(problemsOf([changed, ...others])).toEqual([
    expect.stringContaining('Add a correction with "passages: [{ finding: 11-222-333/delay }]"'),
  ]);
  expect(problemsOf([changed, ...others, correct()])).toEqual([]);
  expect(problemsOf([changed, ...others, correct({ passages: [{ decision: '11-222-333' }] })])).toHaveLength(1);
  expect(problemsOf([changed, ...others, correct({ date: '2026-12-31' })])).toEqual([
    expect.stringContaining('The correction "too-long" is dated 2026-12-31, before they were published. Mend its date'),
  ]);
  const published: PermalinkLine = { on: '2027-01-01', path: '/changes/', state: 'live', fragments: { 'too-long': null } };
  expect(problemsOf([changed, ...others, correct()], [published])).toHaveLength(1);
});

test('a correction of paragraphs answers for those alone', () => {
  const body = 'First it met.\n\nThen it left.\n\n## Later <Anchor id="s-after" />\n\nLast it wrote.';
  const correct = (paragraphs: string[]) =>
    compile('correction', 'heading', { date: '2027-02-02', passages: [{ decision: '11-222-333' }], paragraphs });
  expect(problemsOf([decision({}, body), ...others, correct(['s-after'])])).toEqual([]);
  expect(problemsOf([decision({}, body), ...others, correct(['p-01234567'])])).toHaveLength(1);
  expect(problemsOf([decision({ title: 'Another title' }, body), ...others, correct(['s-after'])])).toEqual([
    expect.stringContaining('The words at /decisions/11-222-333/ are not those'),
  ]);
});

test('a state added to a recommendation is no change of what it said; a changed one is', () => {
  const done = { state: 'done', date: '2021-01-01', text: 'It was done.', evidence };
  const withHistory = (history: object[]) => [decision({ recommendations: [{ ...recommendation, history }] }), ...others];
  expect(problemsOf(withHistory([recommended, done]))).toEqual([]);
  expect(problemsOf(withHistory([{ ...recommended, text: 'It was demanded.' }]))).toHaveLength(1);
});

test('evidence, themes and references may be mended without a correction', () => {
  expect(
    problemsOf([
      decision({ findings: [{ ...finding, themes: ['waiting'], quotes: ['words'], evidence: [{ source: 'gazette', at: 'p 2' }] }] }),
      ...others,
    ]),
  ).toEqual([]);
});

test('an address that moved or was withdrawn is given to nothing else', () => {
  const gone: PermalinkLine = { on: '2027-02-02', path: '/themes/waiting/', state: 'withdrawn', reason: 'error' };
  expect(problemsOf(before, [gone])).toEqual([
    'content/themes/waiting.mdx:2:1 /themes/waiting/ was withdrawn on 2027-02-02 and can stand for nothing else. Give this another id.',
  ]);
});

test('a move must end where something stands, in one hop', () => {
  const left = before.slice(0, 2);
  const move = (path: string, to: string): PermalinkLine => ({ on: '2027-02-02', path, state: 'moved', to });
  expect(problemsOf([...left, compile('theme', 'delay', {}, 'They waited.')], [move('/themes/waiting/', '/themes/delay/')])).toEqual([]);
  expect(problemsOf(left, [move('/themes/waiting/', '/themes/wating/')])).toContainEqual(
    expect.stringContaining('/themes/waiting/ moved to /themes/wating/, where nothing stands. Did you mean "/themes/waiting/"?'),
  );
  const twice = problemsOf(
    [left[0] ?? decision(), compile('theme', 'delay', {}, 'They waited.')],
    [
      move('/timeline/2020-03-04-met/', '/themes/waiting/'),
      move('/timeline/#2020-03-04-met', '/themes/delay/'),
      move('/themes/waiting/', '/themes/delay/'),
    ],
  );
  expect(twice).toEqual([
    expect.stringMatching(
      /\/timeline\/2020-03-04-met\/ moved to \/themes\/waiting\/, which itself moved to \/themes\/delay\/\. Run npm run move -- \/timeline\/2020-03-04-met\/ \/themes\/delay\/, so that one hop is enough\.$/,
    ),
  ]);
});

test('while a file cannot be read, nothing is said to be lost', () => {
  const folder = folderOf(before.slice(1), { permalinks: ledger });
  const unread = { file: 'content/decisions/11-222-333.mdx', line: 1, column: 1, kind: 'bad-value', message: 'It is wrong' } as const;
  expect(buildArchive({ ...folder, problems: [unread] }).problems).toEqual([unread]);
});
