import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileFolder } from '../../src/compile/folder.ts';
import { compileRecord } from '../../src/compile/record.ts';
import { buildArchive } from '../../src/graph/build-archive.ts';
import { edtfSchema } from '../../src/schema/date.ts';
import { idSchema, listHiddenCharacters } from '../../src/schema/text.ts';
import { archiveFiles } from '../builders/archive-folder.ts';
import { write } from '../builders/content.ts';
import { makeFolder } from '../builders/files.ts';
import { known, share, SLOWEST } from './cases.ts';
import { openCompiler } from './compile-once.ts';
import { judgeProblems } from './judge-problems.ts';
import { listStrings } from './read-outputs.ts';
import { readProcessorTime } from '../builders/processor-time.ts';

const sound = [
  write(
    'term',
    { variants: ['A board'] },
    '\n## One <Anchor id="s-one" />\n\nText with *marks* and <Cite id="gazette" at="p 2" />.\n\n- a\n- b\n',
  ),
  archiveFiles['decisions/11-222-333.mdx'],
  archiveFiles['essays/on-waiting.mdx'],
];

/** Pieces of YAML, MDX, HTML and bytes that change the meaning of what stands around them. */
const pieces = [
  ...[
    '&a ',
    '*a',
    '<<: *a\n',
    '!!js/function x',
    '!!binary ',
    '? ',
    '- ',
    ': ',
    '#',
    '|\n',
    '>-\n',
    '{',
    '}',
    '[',
    ']',
    "'",
    '"',
    '\t',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
  ],
  ...[
    'term: b\n',
    'date: 03/05/2021\n',
    'date: 2021\n',
    'date: 2021-02-30\n',
    'constructor: 1\n',
    '__proto__: {a: 1}\n',
    '0x1F',
    '1e999',
    '.nan',
    'no',
    '~',
    '2021-05-03',
  ],
  ...[
    '<Note>',
    '</Note>',
    '<Quote id="late" />',
    '<Cite id={x} />',
    '<',
    '>',
    '{process.exit(0)}',
    'import x from "y"\n\n',
    'export const a = 1\n\n',
    '<!-- -->',
    '<b>',
    '<Anchor id="s-one" />',
  ],
  ...[
    '[^a]',
    '![a](b)',
    '[a](javascript:b)',
    '[a][b]',
    '```\n',
    '`',
    '***',
    '___',
    '~~',
    '    ',
    '\n\n',
    '\\',
    '| a | b |\n|---|---|\n',
    '> ',
    '1. ',
    '&#x202E;',
    '&#0;',
    '&nbsp;',
    '&bogus;',
    '# ',
    '=======\n',
  ],
  ...[
    '\u202E',
    '\u200B',
    '\u0000',
    '\uFEFF',
    '\r',
    '\r\n',
    '\u0085',
    '\u2028',
    'ty\u0302',
    '£600',
    '12 days',
    'x'.repeat(5000),
    '['.repeat(70),
    '> '.repeat(70),
  ],
];

interface Edit {
  at: number;
  cut: number;
  put: string;
}
const edit = fc.record<Edit>({ at: fc.nat(999).map((part) => part / 1000), cut: fc.nat(2), put: fc.constantFrom(...pieces) });
const change = (text: string, edits: readonly Edit[]) =>
  edits.reduce((current, { at, cut, put }) => {
    const place = Math.floor(at * current.length);
    return current.slice(0, place) + put + current.slice(place + cut);
  }, text);

test(
  'whatever is put into a file, it is accepted or refused with a place',
  () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.constantFrom(...sound), fc.array(edit, { minLength: 1, maxLength: 3 }), (text, edits) => {
        const changed = change(text, edits)
          .replace(/^\uFEFF/, '')
          .replace(/\r\n?/g, '\n');
        const start = readProcessorTime();
        const kind = text === sound[1] ? 'decision' : text === sound[2] ? 'essay' : 'term';
        const { record, problems } = compileRecord(kind, '11-222-333', 'a.mdx', changed);
        expect(readProcessorTime() - start).toBeLessThan(10_000);
        expect(judgeProblems(problems, { 'a.mdx': changed })).toEqual([]);
        expect(record !== undefined || problems.length > 0).toBe(true);
        if (problems.length > 0) return;
        accepted += 1;
        expect(listStrings([record?.data, record?.segments]).flatMap(listHiddenCharacters)).toEqual([]);
      }),
      { ...known, numRuns: share(0.35) },
    );
    expect(accepted).toBeGreaterThan(share(0.0035));
  },
  SLOWEST,
);

test(
  'whatever a date looks like, it stays as it is written or is refused where it stands',
  () => {
    const part = fc.oneof(
      fc.constantFrom(
        '2021',
        '2021-05',
        '2021-05-03',
        '2020-02-29',
        '2021-02-29',
        '2021-02-30',
        '0000',
        '12021',
        '..',
        '',
        '03/05/2021',
        '3 May 2021',
        'today',
        '2021-5-3',
        '20210503',
        '2021-13',
      ),
      fc.string({ unit: fc.constantFrom(...'0123456789-'), maxLength: 11 }),
    );
    const date = fc
      .tuple(part, fc.constantFrom('', '', '/', '~', '?', '%', 'T00:00:00Z', ' '), part)
      .map(([a, sign, b]) => (sign === '/' ? a + sign + b : a + sign));
    fc.assert(
      fc.property(date, fc.constantFrom('plain', 'quoted'), (written, style) => {
        const text = write('event').replace(/^date: .*$/m, `date: ${style === 'plain' ? written : JSON.stringify(written)}`);
        const { record, problems } = compileRecord('event', 'a', 'a.mdx', text);
        expect(judgeProblems(problems, { 'a.mdx': text })).toEqual([]);
        if (problems.length > 0) expect(style === 'quoted' && edtfSchema.safeParse(written).success).toBe(false);
        // YAML trims what is plain, and reads a bare year as a number, which is refused.
        else expect(record?.data).toMatchObject({ date: style === 'plain' ? written.trim() : written });
      }),
      { ...known, numRuns: share(0.25) },
    );
  },
  SLOWEST,
);

test(
  'whatever a file is called, its name is an id or it is refused',
  () => {
    const name = fc.oneof(
      fc.constantFrom(
        'con',
        'nul',
        'aux',
        'com1',
        'lpt9',
        'main',
        'index',
        'a.b',
        '...',
        'A',
        'a b',
        'tŷ',
        'a\u202Eb',
        'x'.repeat(120),
        '-a',
        '%2e%2e',
        'constructor',
        '__proto__',
        'a\\b',
        '~',
        "'",
        '#',
        '?',
      ),
      fc.string({ maxLength: 20 }),
      fc.stringMatching(/^[a-z0-9-]{1,20}$/),
    );
    const safe = name.filter(
      (text) => !text.includes('/') && !text.includes('\0') && !text.startsWith('.') && Buffer.byteLength(text) < 200 && text !== '',
    );
    fc.assert(
      fc.property(safe, (id) => {
        const files = {
          'archive.json': archiveFiles['archive.json'],
          'sources.json': '[]',
          'checks.jsonl': '',
          [`terms/${id}.mdx`]: write('term'),
        };
        const { records, problems } = compileFolder(makeFolder(files), 'content');
        expect(judgeProblems(problems, Object.fromEntries(Object.entries(files).map(([path, text]) => [`content/${path}`, text])))).toEqual(
          [],
        );
        expect(problems.length === 0).toBe(idSchema.safeParse(id).success);
        if (problems.length === 0) expect(records.map((record) => record.id)).toEqual([id]);
      }),
      { ...known, numRuns: share(0.05) },
    );
  },
  SLOWEST,
);

test(
  'whatever bytes a file has, they are text or the first that is not is named',
  () => {
    const good = Buffer.from(write('term', { term: 'Tŷ £ 日本' }, '\nŵ and “so”.\n'));
    const byte = fc.record({ at: fc.nat(good.length - 1), put: fc.integer({ min: 0, max: 255 }) });
    fc.assert(
      fc.property(fc.array(byte, { minLength: 1, maxLength: 3 }), (bytes) => {
        const changed = Buffer.from(good);
        for (const { at, put } of bytes) changed[at] = put;
        const files = { 'archive.json': archiveFiles['archive.json'], 'sources.json': '[]', 'checks.jsonl': '', 'terms/a.mdx': changed };
        const { problems } = compileFolder(makeFolder(files), 'content');
        const isText = Buffer.from(changed.toString('utf8')).equals(changed);
        const [, named] = /^Byte (\d+) is not UTF-8/.exec(problems[0]?.message ?? '') ?? [];
        expect(named === undefined).toBe(isText);
        if (named !== undefined) {
          const before = changed.subarray(0, Number(named));
          expect(Buffer.from(before.toString('utf8')).equals(before)).toBe(true);
        }
      }),
      { ...known, numRuns: share(0.05) },
    );
  },
  SLOWEST,
);

test(
  'whatever a reference looks like, it leads to a record or is refused where it stands',
  () => {
    const compile = openCompiler();
    const reference = fc.oneof(
      fc.constantFrom(
        '11-222-333/late',
        'late',
        '11-222-333',
        'gazette',
        '11-222-333/',
        '/late',
        'a/b/c',
        '../late',
        'LATE',
        'lat\u00E9',
        'constructor',
        '__proto__/late',
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(reference, (id) => {
        const text = write('event', { quotes: [id] }, `\nSee <Quote id=${JSON.stringify(id).replace(/[<{\\]/g, '')} />.\n`);
        const files: Record<string, string> = { ...archiveFiles, 'events/2021-05-06-told.mdx': text };
        const { archive, problems } = buildArchive(compile(files));
        expect(
          judgeProblems(problems, Object.fromEntries(Object.entries(files).map(([path, words]) => [`content/${path}`, words]))),
        ).toEqual([]);
        expect(archive !== undefined).toBe(id === '11-222-333/late');
      }),
      { ...known, numRuns: share(0.05) },
    );
  },
  SLOWEST,
);
