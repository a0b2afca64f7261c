import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SearchKind } from '../../src/exports/search-kinds.ts';
import type { SearchRecord } from '../../src/exports/search-records.ts';
import { compareCounts, countIndexedEntries, writeSearchIndex } from '../../src/integrations/search-index.ts';
import { makeFolder } from '../builders/files.ts';

const record = (kind: SearchKind, id: string, text: SearchRecord['text']): SearchRecord => ({
  kind,
  id,
  address: `/${kind}/#${id}`,
  text,
  filters: { kind: [kind], decision: [], body: [], voice: [], theme: [], year: [] },
  meta: { title: id },
});
const page = (kind: string) =>
  `<html lang="en-GB"><body><article data-pagefind-body><span data-pagefind-filter="kind:${kind}"></span><h1>A title</h1><p>Some text.</p></article></body></html>`;
const records = [
  record('essay', 'waiting', { page: '/essays/waiting/' }),
  record('conflict', 'a', { content: 'One says so.' }),
  record('conflict', 'b', { content: 'Another does not.' }),
];
const files = { 'essays/waiting/index.html': page('essay'), 'index.html': '<html lang="en-GB"><body><h1>Home</h1></body></html>' };
const expected = { essay: 1, conflict: 2, event: 0 };
const write = (site: string, counts = expected) => writeSearchIndex(site, records, counts, { kept: makeFolder({}), decisions: 0, most: 1 });

describe('writeSearchIndex', () => {
  it('writes one index of pages and records in one language, and nothing that is not used', async () => {
    const site = makeFolder(files);
    await write(site);
    expect(Object.fromEntries(countIndexedEntries(join(site, 'pagefind')))).toEqual({ essay: 1, conflict: 2 });
    expect(existsSync(join(site, 'pagefind/pagefind.js'))).toBe(true);
    expect(existsSync(join(site, 'pagefind/pagefind-component-ui.js'))).toBe(false);
    expect(existsSync(join(site, 'pagefind/wasm.unknown.pagefind'))).toBe(false);
  });

  it('fails where a page is missing', async () => {
    const site = makeFolder({ 'index.html': files['index.html'] });
    await expect(write(site)).rejects.toThrow('There is no page /essays/waiting/ to index');
  });

  it('fails where a page has no text to index', async () => {
    const site = makeFolder({ 'essays/waiting/index.html': files['index.html'] });
    await expect(write(site)).rejects.toThrow('/essays/waiting/ has no element with data-pagefind-body');
  });

  it('fails where a page would be indexed that search knows no record of', async () => {
    const site = makeFolder({ ...files, 'stray/index.html': page('essay') });
    await expect(write(site)).rejects.toThrow('/stray/index.html has data-pagefind-body, and search knows no record of it');
  });

  it('fails where a page does not say what kind it is', async () => {
    const site = makeFolder({ 'essays/waiting/index.html': page('') });
    await expect(write(site)).rejects.toThrow('Of kind "essay" the archive has 1 and the search index 0');
  });

  it('fails where the archive has more than was indexed', async () => {
    await expect(write(makeFolder(files), { ...expected, conflict: 3 })).rejects.toThrow(
      'Of kind "conflict" the archive has 3 and the search index 2',
    );
  });
});

describe('compareCounts', () => {
  it('says nothing where the numbers agree', () => {
    expect(compareCounts({ essay: 1, event: 0 }, new Map([['essay', 1]]))).toEqual([]);
  });

  it('names every kind in which they differ, on either side', () => {
    expect(compareCounts({ essay: 1 }, new Map([['ghost', 2]]))).toEqual([
      'Of kind "essay" the archive has 1 and the search index 0',
      'Of kind "ghost" the archive has 0 and the search index 2',
    ]);
  });
});
