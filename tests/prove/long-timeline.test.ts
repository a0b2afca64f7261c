import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sourceId } from '../../scripts/bench/plan.ts';
import { makeDecisions, writeArchive, writeRecord } from '../../scripts/bench/write-archive.ts';
import { FULL } from '../../src/graph/list-parts.ts';

const DECISIONS = 12;
const OUT = '.upheld/long-timeline';
const KINDS = ['exchange', 'review', 'scrutiny', 'situation', 'support'];
const content = mkdtempSync(join(tmpdir(), 'long-timeline-'));
let site = '';

/** English in the order in which somebody wrote it: words thrown together would be packed far worse. */
const words = ['README.md', ...readdirSync('docs').map((name) => join('docs', name))]
  .filter((path) => path.endsWith('.md'))
  .flatMap((path) => readFileSync(path, 'utf8').match(/\b[a-z’]+\b/g) ?? []);
const takeWords = (at: number, count: number): string =>
  Array.from({ length: count }, (_, index) => words[(at + index) % words.length])
    .join(' ')
    .replace(/^./, (letter) => letter.toUpperCase());

/** As many events as one page of a timeline holds, each with as many words, bodies, themes and sources as those of the first archive. */
beforeAll(() => {
  writeArchive(content, DECISIONS);
  const decisions = [...makeDecisions(DECISIONS)];
  const digits = (number: number) => String(number).padStart(2, '0');
  for (let count = readdirSync(join(content, 'events')).length; count < FULL; count++) {
    const decision = decisions[count % DECISIONS];
    if (!decision) break;
    const { id, bodies, themes } = decision;
    const date = `${2000 + (count % 25)}-${digits(1 + (count % 12))}-${digits(1 + (count % 28))}`;
    const cite = (line: number) => `<Cite id="${sourceId(id)}" at="line ${line}" />`;
    const fields = {
      title: takeWords(count * 83, 9),
      date,
      kind: KINDS[count % KINDS.length],
      bodies: bodies.slice(0, 2),
      decisions: [id],
      themes: themes.slice(0, 2),
      evidence: [{ source: sourceId(id), at: `line ${count}` }],
    };
    const body = `${takeWords(count * 83 + 9, 40)}. ${cite(count)} ${takeWords(count * 83 + 49, 32)}. ${cite(count + 1)}`;
    writeFileSync(join(content, 'events', `${date}-moment-${count}.mdx`), writeRecord({ fields, body }));
  }
  execFileSync(process.execPath, ['scripts/build.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, UPHELD_CONTENT: content, UPHELD_OUT: OUT },
  });
  site = realpathSync(resolve(OUT));
}, 600_000);

afterAll(() => {
  rmSync(content, { recursive: true, force: true });
  rmSync(site, { recursive: true, force: true });
  rmSync(resolve(OUT), { force: true });
});

test('a timeline of 500 events is at most 150 KB gzipped', () => {
  const html = readFileSync(join(site, 'timeline/index.html'), 'utf8');
  expect(html.match(/<li class="event[ "]/g)).toHaveLength(FULL);
  expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(150 * 1024);
});
