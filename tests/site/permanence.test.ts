import { readlinkSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { formatProblem } from '../../src/compile/problem.ts';
import { toAddress } from '../../src/graph/addresses.ts';
import { loadArchive } from '../../src/graph/load-archive.ts';
import { withdraw } from '../../src/graph/withdraw.ts';
import { doesLand, readBuiltSite } from '../../src/integrations/built-site.ts';
import { copyReleasedContent, firstLedger } from '../builders/released-content.ts';
import { readSite } from './read-site.ts';

// The site that all tests look at: a build that fails leaves it as it was, and one that begins with it is soon there.
const OUT = '.upheld/test-site';
const DECISION = 'decisions/24-005-859.mdx';
const built = readBuiltSite(inject('site'));
const ledger = firstLedger(inject('site'), '2026-12-01');

function openContent() {
  const content = copyReleasedContent(ledger, OUT);
  onTestFinished(content.remove);
  return content;
}
const correct = (passages: string, paragraphs = '[]') =>
  `---\ntitle: Said with more care\ndate: "2026-12-02"\npassages: ${passages}\nparagraphs: ${paragraphs}\nwas: One thing\nis: Another\nwhy: It was wrong.\n---\n`;

test('every address that the content publishes lands in the built site', () => {
  const { archive } = loadArchive(process.cwd());
  expect(archive?.addresses.length).toBeGreaterThan(500);
  expect(
    archive?.addresses
      .filter(({ path, fragment }) => !doesLand(built, path, fragment))
      .map(({ path, fragment }) => toAddress(path, fragment)),
  ).toEqual([]);
});

test('the quick reader of pages sees the ids that a parser sees', () => {
  for (const { path, ids } of readSite(inject('site'))) expect([...(built.pageByPath.get(path)?.ids ?? [])], path).toEqual(ids);
});

test('content as it was released has no problem, and an earlier event changes no address', () => {
  const { read, write, problems } = openContent();
  expect(problems()).toEqual([]);
  write(
    'events/2014-01-before-all.mdx',
    read('events/2015-04-joint-team-begins.mdx')
      .replace(/^date: .*$/m, 'date: "2014-01"')
      .replace(/^title: .*$/m, 'title: Something earlier')
      .replace(/(?<=\n---\n)[\s\S]*$/, ''),
  );
  expect(problems()).toEqual([]);
});

test('a heading whose address was renamed fails until the ledger has its line', () => {
  const { edit, problems, run } = openContent();
  edit(DECISION, (text) => text.replace('<Anchor id="s-what-was-agreed" />', '<Anchor id="s-agreed" />'));
  expect(problems()).toEqual([
    expect.stringMatching(
      /^decisions\/24-005-859\.mdx:\d+:1 \/decisions\/24-005-859\/#s-what-was-agreed was published on 2026-12-01 and no longer lands\. Between its neighbours now stands #s-agreed /,
    ),
  ]);
  expect(run('move', '/decisions/24-005-859/#s-what-was-agreed', '/decisions/24-005-859/#s-agreed', '--on', '2026-12-02').status).toBe(0);
  expect(problems()).toEqual([]);
});

test('an edited paragraph fails until it is pinned and corrected', () => {
  const { edit, problems, run, write } = openContent();
  edit(DECISION, (text) => text.replace('stops before this part of the story', 'ends before this part of the story'));
  const id = /#(p-[0-9a-f]{8}) was published/.exec(problems()[0] ?? '')?.[1] ?? '';
  const pin = run('pin');
  expect([pin.status, pin.stdout]).toEqual([0, expect.stringContaining(`#${id} now leads to this paragraph`)]);
  expect(run('pin').stdout).toBe('Every published paragraph is where it was.\n');
  expect(problems()).toEqual([expect.stringContaining(`The words at /decisions/24-005-859/#${id} are not those published on 2026-12-01.`)]);
  write('corrections/care.mdx', correct('[{ decision: 24-005-859 }]', `[${id}]`));
  expect(problems()).toEqual([]);
});

test('a deleted quotation fails until it is withdrawn, and the references to it are told', () => {
  const { content, edit, problems, run, read } = openContent();
  expect(run('withdraw', 'quote:24-005-859/standalone', '--reason', 'becuase').stderr).toContain(
    'Say why, by one of the classes. Usage: npm run withdraw',
  );
  edit(DECISION, (text) => text.replace(/ {2}- id: standalone\n(?: {4}.*\n)+/, ''));
  expect(problems()).toContainEqual(
    expect.stringContaining(
      'The quote "24-005-859/standalone" at /quotes/24-005-859/standalone/ was published on 2026-12-01 and no longer lands.',
    ),
  );
  const withdrawn = withdraw(process.cwd(), resolve(content), { kind: 'quote', id: '24-005-859/standalone' }, 'rights', '2026-12-02');
  expect(withdrawn.lines.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/quotes/24-005-859/standalone/', '/decisions/24-005-859/#q-standalone']),
  );
  expect(withdrawn.problems.map(formatProblem)).toContainEqual(expect.stringContaining('unknown quote "24-005-859/standalone"'));
  expect(problems().filter((problem) => problem.includes('no longer lands'))).toEqual([]);
  expect(read('permalinks.jsonl')).toContain(
    '{"on":"2026-12-02","path":"/quotes/24-005-859/standalone/","state":"withdrawn","reason":"rights"}\n',
  );
});

test('a build in which something published does not land fails with the list, and leaves the last one as it was', () => {
  const { edit, run } = openContent();
  edit(
    'permalinks.jsonl',
    (text) =>
      `${text}{"on":"2026-12-01","path":"/about/","state":"live","fragments":{"s-gone":null}}\n{"on":"2026-12-01","path":"/gone/","state":"live","fragments":{}}\n`,
  );
  const before = readlinkSync(OUT);
  const { status, stderr } = run('build');
  expect([status, stderr]).toEqual([
    1,
    expect.stringContaining('/about/#s-gone (published, live)\n/gone/ (published, live)\n2 published addresses do not land.'),
  ]);
  expect(readlinkSync(OUT)).toBe(before);
});

test('a release is refused with everything that it lacks, and changes nothing', () => {
  const { run, read, content } = openContent();
  renameSync(join(content, 'archive.json'), join(content, '.archive.json'));
  expect(run('release').stderr).toContain('archive.json is missing');
  renameSync(join(content, '.archive.json'), join(content, 'archive.json'));
  const { status, stderr } = run('release');
  expect([status, stderr.trim().split('\n').length, read('permalinks.jsonl')]).toEqual([1, 5, ledger]);
});
