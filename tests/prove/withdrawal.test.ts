import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readWithheldList } from '../../src/compile/withheld.ts';
import { findInFolder } from '../../src/integrations/withheld/find-in-folder.ts';
import { archiveFiles } from '../builders/archive-folder.ts';
import { defaults, evidence, write } from '../builders/content.ts';
import { copyProject, type ProjectCopy } from '../site/copy-project.ts';
import { byTag, readSite, textOf } from '../site/read-site.ts';

const QUOTED = 'zircon walrus sonata';
const TITLE = 'marmalade pelican';
const TOLD = 'quixotic feathers';
const MINUTES = 10;

const quotation = (id: string, text: string) => ({ id, text, voice: 'finding', speaker: { body: 'watchdog' }, evidence });
const decision = { ...defaults.decision, quotes: [quotation('late', 'far too late'), quotation('second', QUOTED)] };
const check = (quote: string) => `${JSON.stringify({ quote, source: 'gazette', held: false, on: 'unknown', result: 'verified' })}\n`;
const content = {
  ...archiveFiles,
  'families/nowhere.mdx': write('family'),
  'decisions/11-222-333.mdx': `---\n${stringify(decision, { aliasDuplicateObjects: false })}---\n\nIt was <Quote id="late" />. <Cite id="gazette" />\n`,
  'checks.jsonl': check('11-222-333/late') + check('11-222-333/second'),
  'events/2020-07-08-landing.mdx': write(
    'event',
    { title: `A ${TITLE} landed`, date: '2020-07-08', decisions: ['11-222-333'] },
    `\nIts ${TOLD} were counted. <Cite id="gazette" />\n`,
  ),
};
const subjects = [
  {
    subject: 'quote:11-222-333/second',
    words: QUOTED,
    addresses: ['/quotes/11-222-333/second/', '/decisions/11-222-333/#q-second'],
    card: 'quotes/11-222-333/second',
  },
  {
    subject: 'event:2020-07-08-landing',
    words: `${TITLE}\n${TOLD}`,
    addresses: ['/timeline/2020-07-08-landing/', '/timeline/#2020-07-08-landing'],
    card: 'timeline/2020-07-08-landing',
  },
];

let project: ProjectCopy;

beforeAll(() => {
  project = copyProject(resolve('.upheld/withdrawal'), content);
  project.build();
  execFileSync(process.execPath, ['scripts/release.ts', '--ledger-only', '--on', '2026-01-02'], { cwd: project.root, stdio: 'pipe' });
  project.build();
}, 120_000);

afterAll(() => project.remove());

/** Files of the site, of the caches beside it and of the content in which words stand, packed or not. */
const listHolders = (words: string): string[] => {
  const list = readWithheldList(`${words}\n`);
  return ['dist', '.upheld', 'content'].flatMap((folder) =>
    findInFolder(realpathSync(join(project.root, folder)), list).map((path) => relative(realpathSync(project.root), path)),
  );
};

describe.each(subjects)('$subject', ({ subject, words, addresses, card }) => {
  test('is taken out of every file of the site, the caches and the content by one command, and leaves a tombstone at each address', () => {
    const site = () => realpathSync(join(project.root, 'dist'));
    const before = listHolders(words).join('\n');
    for (const kind of [
      /index\.html$/m,
      /\.pf_fragment$/m,
      /\.zip$/m,
      /data\/.*\.json$/m,
      /data\/.*\.csv$/m,
      /feed\.(?:xml|json)$/m,
      /^content\//m,
    ])
      expect(before).toMatch(kind);
    const cards = readFileSync(join(site(), 'SHA256SUMS'), 'utf8')
      .split('\n')
      .filter((line) => line.endsWith(`${card}.png`));
    expect(cards).toHaveLength(1);

    const { status, stderr } = spawnSync(process.execPath, ['scripts/withdraw.ts', subject, '--reason', 'privacy', '--on', '2026-02-03'], {
      cwd: project.root,
      encoding: 'utf8',
      timeout: MINUTES * 60_000,
    });

    expect(status, stderr).toBe(0);
    expect(listHolders(words)).toEqual([]);
    expect(cards.filter((line) => existsSync(join(site(), line.replace(/^\S+\s+/, ''))))).toEqual([]);
    const pages = readSite(site());
    for (const address of addresses) {
      const [path = '', id] = address.split('#');
      const page = pages.find((one) => one.path === path);
      const stone = id ? page?.elements.find(({ properties }) => properties['id'] === id) : page && byTag(page, 'main')[0];
      expect(stone && textOf(stone), address).toMatch(/stood here was withdrawn on 3 February 2026/);
    }
  });
});
