import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, inject, test } from 'vitest';
import { rowKinds } from '../../src/exports/rows/row-kinds.ts';

const ID = '[a-z0-9][a-z0-9-]*';
const LIST =
  'about|accessibility|bodies|changes|claims|conflicts|data|decisions|essays|glossary|method|offline|payments|people|quotes|recommendations|search|sources|themes|timeline';
const CITED = 'decisions|essays|sources|timeline';
const kinds = rowKinds.map(({ name }) => name).join('|');

/** Everything that a published folder may hold, and why it is there. Whatever else lies in it got there by mistake. */
const MEANT: readonly (readonly [what: string, pattern: string])[] = [
  ['the first page, and the page for what is not there', '(?:index|404)\\.html'],
  ['the page of a list or of a part of one, and free-form pages', `(?:${LIST})/(?:(?:\\d{2}|\\d{4}|other|page/\\d+)/)?index\\.html`],
  ['the page of a record', `(?:bodies|decisions|essays|families|people|sources|themes|timeline)/${ID}/index\\.html`],
  ['the page of a quotation, and quotations by what they are about', `quotes/${ID}/${ID}/(?:page/\\d+/)?index\\.html`],
  ['events by body, decision or kind', `timeline/(?:body|decision|kind)/${ID}/index\\.html`],
  ['what another site may show in a frame', `embed/(?:timeline|recommendations|quote/${ID}/${ID})/index\\.html`],
  ['citations of a record, and of all sources', `(?:(?:${CITED})/${ID}|quotes/${ID}/${ID}|sources)/cite\\.(?:bib|json|ris)`],
  ['feeds', `(?:(?:changes|recommendations|families/${ID})/)?feed\\.(?:xml|json)`],
  ['data of each kind of record, and of their parts', `data/(?:${kinds})(?:-${ID})?\\.(?:csv|json|schema\\.json)`],
  ['data as a whole', 'data/(?:archive(?:\\.schema)?\\.json|annotations\\.jsonld|datapackage\\.json|evidence\\.csv|timelinejs\\.json)'],
  ['digests of the data, and every address ever published', 'data/(?:checksums\\.txt|permalinks\\.jsonl)'],
  ['the offline edition, and what the site is built from', 'downloads/(?:upheld-offline\\.zip|bill-of-materials\\.cdx\\.json)'],
  ['the worker, what it holds, and what recalls it', 'worker\\.js|offline/(?:edition\\.json|recall\\.js)'],
  [
    'the search index',
    'pagefind/(?:pagefind\\.js|pagefind-entry\\.json|wasm\\.(?:en|unknown)\\.pagefind|pagefind\\.en_[0-9a-f]+\\.pf_meta)',
  ],
  ['its parts', 'pagefind/(?:filter|fragment|index)/en_(?:group_)?[0-9a-f]+\\.pf_(?:filter|fragment|index)'],
  ['share cards', `cards/(?:archive|(?:decisions|timeline)/${ID}|quotes/${ID}/${ID})\\.png`],
  ['styles, scripts and fonts, named by their digest', 'assets/[\\w.-]+[.-][\\w-]{8}\\.(?:css|js|woff2)'],
  [
    'what browsers and search engines ask for',
    'robots\\.txt|opensearch\\.xml|manifest\\.webmanifest|sitemap-(?:index|\\d+)\\.xml|\\.well-known/security\\.txt',
  ],
  ['what a host reads', '_headers(?:\\.caddy|\\.nginx\\.conf)?|_permalinks\\.nginx\\.conf|_redirects'],
  ['the digest of every file', 'SHA256SUMS'],
  // Every file of public/ is copied; each is named here, so that one more is somebody’s decision.
  ['icons', 'favicon\\.ico|icon\\.svg|icons/(?:apple-touch-icon|icon-192|icon-512|icon-maskable-512)\\.png'],
];

const site = inject('site');
const paths = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => !entry.isDirectory())
  .map((entry) => relative(site, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

const whole = new RegExp(`^(?:${MEANT.map(([, pattern]) => pattern).join('|')})$`);
const listStrays = (paths: readonly string[]) => paths.filter((path) => !whole.test(path));

test('the site holds nothing but what is meant', () => {
  expect(listStrays(paths)).toEqual([]);
});

test('every row of what is meant is there', () => {
  const idle = MEANT.filter(([, pattern]) => !paths.some((path) => new RegExp(`^(?:${pattern})$`).test(path)));
  expect(idle).toEqual([]);
});

test.each([
  'notes.txt',
  '.env',
  'index.html.map',
  'index.html~',
  'decisions/24-005-859.mdx',
  'decisions/24-005-859/notes.html',
  'data/withheld.txt',
  'data/private.csv',
  'assets/source.js.map',
  'assets/plain.js',
  'captures/0a.html',
  'cards/index.html',
  'pagefind/pagefind-ui.js',
  'downloads/other.zip',
  'timeline/a/b/index.html',
  'About/index.html',
])('a stray %s is told', (path) => {
  expect(listStrays(['index.html', path])).toEqual([path]);
});
