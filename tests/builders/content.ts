import { buildArchive } from '../../src/graph/build-archive.ts';
import { type CompiledFolder } from '../../src/compile/folder.ts';
import { formatProblem, type Problem } from '../../src/compile/problem.ts';
import { type CompiledRecord, compileRecord } from '../../src/compile/record.ts';
import { compileSources } from '../../src/compile/sources.ts';
import { compileChecks, compilePermalinks } from '../../src/compile/ledger.ts';
import { type Kind, kinds } from '../../src/schema/kinds.ts';
import { type PermalinkLine, writePermalinkLine } from '../../src/schema/permalink.ts';
import type { Archive } from '../../src/graph/archive.ts';

type Fields = Record<string, unknown>;

/** An invented page that every made-up fact of the tests rests on. */
export const evidence = [{ source: 'gazette' }];

export const defaults: Record<Kind, Fields> = {
  decision: {
    ref: '11 222 333',
    title: 'A made-up decision',
    date: '2020-03-04',
    dateEvidence: evidence,
    decidedBy: 'watchdog',
    form: 'decision-statement',
    read: 'whole',
    readNote: 'All of it',
    summary: 'The borough was asked to act.',
    statements: [{ body: 'borough', outcome: 'upheld' }],
  },
  text: {
    statements: [
      { ref: '11 222 333', source: 'gazette', sha256: '0'.repeat(64), on: '2020-05-01', printed: { body: 'The Borough of Nowhere' } },
    ],
    licence: null,
  },
  event: { title: 'Something happened', date: '2020-03-04', kind: 'review', evidence },
  body: { name: 'The Borough of Nowhere', short: 'the Borough', role: 'council', duty: 'duty-holder', summary: 'A borough.', evidence },
  family: {
    title: 'A made-up family',
    summary: 'Two decisions.',
    basis: 'The page says so.',
    evidence,
    persons: [{ id: 'aunt', role: 'the aunt', names: [{ decision: '11-222-333', name: 'Ms Q', evidence }] }],
  },
  theme: { label: 'Waiting', definition: 'Things took long.', evidence },
  term: { term: 'Panel', definition: 'A group that meets.', evidence },
  conflict: {
    title: 'Two counts',
    view: 'Neither is settled.',
    confidence: 'open',
    passages: [{ decision: '11-222-333' }],
    positions: [
      { text: 'One says so.', evidence },
      { text: 'Another does not.', evidence },
    ],
  },
  claim: {
    title: 'A sum',
    source: 'gazette',
    says: { pence: 30_000 },
    view: 'It fits.',
    tests: [{ label: 'All payments', sum: {}, fits: true }],
  },
  essay: { title: 'An essay', summary: 'About waiting.', order: 1 },
  correction: {
    title: 'A slip',
    date: '2021-01-01',
    passages: [{ decision: '11-222-333' }],
    was: 'One thing',
    is: 'Another',
    why: 'It was wrong.',
  },
};

/** The text of a file of one kind; JSON is YAML, so its fields are written as JSON, one a line. */
export function write(kind: Kind, fields: Fields = {}, body = ''): string {
  const lines = Object.entries({ ...defaults[kind], ...fields }).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n${body}`;
}

/** A compiled record of made-up content; throws with its problems where it has any. */
export function compile<K extends Kind>(kind: K, id: string, fields: Fields = {}, body = ''): CompiledRecord<K> {
  const { record, problems } = compileRecord(kind, id, `content/${kinds[kind].folder}/${id}.mdx`, write(kind, fields, body));
  if (!record || problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
  return record;
}

export const writeSource = (id: string, custom: Fields = {}, fields: Fields = {}): Fields => ({
  id,
  type: 'webpage',
  title: `The page ${id}`,
  custom: { short: `Page ${id}`, group: 'web', tier: 'official', about: 'An invented page.', read: 'whole', ...custom },
  ...fields,
});

/** A folder of compiled records beside one source, two bodies and one decision that the rest can rest on. */
export function folderOf(
  records: readonly CompiledRecord[],
  {
    sources = [],
    checks = [],
    permalinks = [],
  }: { sources?: readonly Fields[]; checks?: readonly Fields[]; permalinks?: readonly PermalinkLine[] } = {},
): CompiledFolder {
  const compiled = compileSources('content/sources.json', JSON.stringify([writeSource('gazette'), ...sources]));
  const ledger = compileChecks('content/checks.jsonl', checks.map((check) => JSON.stringify(check)).join('\n'));
  const published = compilePermalinks('content/permalinks.jsonl', permalinks.map(writePermalinkLine).join('\n'));
  return {
    settings: {
      title: 'A made-up archive',
      subject: 'Nothing real.',
      publisher: null,
      contact: null,
      wordsLicence: null,
      asOf: '2024-01-01',
    },
    records: [
      compile('body', 'watchdog', { name: 'The Watchdog', short: 'the Watchdog', role: 'ombudsman', duty: 'none' }),
      compile('body', 'borough'),
      ...records,
    ],
    sources: compiled.sources,
    checks: ledger.checks,
    access: undefined,
    captures: [],
    faulty: [],
    permalinks: published.permalinks,
    problems: [...compiled.problems, ...ledger.problems, ...published.problems],
  };
}

/** The linked archive of these records; throws with its problems where it has any. */
export function link(...args: Parameters<typeof folderOf>): Archive {
  const { archive, problems } = buildArchive(folderOf(...args));
  if (!archive) throw new Error(problems.map(formatProblem).join('\n'));
  return archive;
}

/** The problems of linking these records, as an editor reads them. */
export const linkProblems = (...args: Parameters<typeof folderOf>): string[] => buildArchive(folderOf(...args)).problems.map(formatProblem);

/** `line:column kind` for each problem. */
export const placesOf = (problems: readonly Problem[]): string[] => problems.map(({ line, column, kind }) => `${line}:${column} ${kind}`);
