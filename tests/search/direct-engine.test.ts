import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDirectEngine } from '../../src/components/search/direct-engine.ts';
import { type EngineHit, RANKING } from '../../src/components/search/engine.ts';
import { listWords } from '../../src/components/search/index-files.ts';
import { readWords } from '../../src/components/search/words.ts';
import { stem } from '../../src/components/search/stem.ts';
import { writeSearchIndex } from '../../src/integrations/search-index.ts';
import { indexEntries } from '../../src/integrations/search-index/index-entries.ts';
import { readIndexFile } from '../../src/integrations/search-index/index-file.ts';
import { openIndex, readByFetch } from '../builders/open-index.ts';
import { makeSearchRecords } from '../builders/search-records.ts';

const DECISIONS = 24;
const records = makeSearchRecords(DECISIONS);
const root = mkdtempSync(join(tmpdir(), 'upheld-direct-'));
afterAll(() => rmSync(root, { recursive: true }));
beforeAll(async () => {
  const options = { kept: join(root, 'kept'), decisions: DECISIONS, most: DECISIONS / 2 };
  await writeSearchIndex(root, records, { decision: DECISIONS, quotation: 5 * DECISIONS }, options);
}, 60_000);

const folder = join(root, 'pagefind');
const open = () => {
  readByFetch();
  return openDirectEngine(pathToFileURL(`${folder}/`).href, RANKING);
};

const toLines = async (hits: readonly EngineHit[]) => {
  const rows = await Promise.all(
    hits.map(async ({ score, words, load }) => ({ score, line: `${(await load()).url} ${score.toFixed(4)} ${words.join()}` })),
  );
  return rows.toSorted((a, b) => b.score - a.score || (a.line < b.line ? -1 : 1)).map(({ line }) => line);
};

const QUERIES = [
  'council',
  'care',
  'coordinator',
  'restored respite',
  'council review meeting',
  'co',
  'decision statement',
  'café',
  'cafe',
  'mr y',
  'zebra',
  '000 011',
];

describe('the direct engine', { timeout: 60_000 }, () => {
  it.each(QUERIES)('finds for “%s” the entries that Pagefind finds, with its scores and places', async (query) => {
    const pagefind = await openIndex(folder, { ranking: RANKING });
    const engine = await open();
    expect(await toLines(await engine.search(query))).toEqual(await pagefind.search(query));
  });

  it.each(['"council"', '"social worker"', '"statement 11"', '"mr y"', '"zebra crossing"'])(
    'finds the run %s where Pagefind finds it',
    async (query) => {
      const pagefind = await openIndex(folder, { ranking: RANKING });
      const engine = await open();
      const addresses = (lines: readonly string[]) => lines.map((line) => line.split(' ')[0]).toSorted();
      expect(addresses(await toLines(await engine.searchRun(query.replaceAll('"', ''))))).toEqual(addresses(await pagefind.search(query)));
    },
  );

  it('tells the entries that can have a phrase from those that cannot', async () => {
    const texts = [
      'The care co-ordinator – so the council said – was and/or is Mr Y’s. Section 117(2): aftercare, or ‘after care’.',
      'After the council had care of it, the coordinator left; section 2 was said to be 117.',
    ];
    const entries = texts.map((content, at) => ({
      address: `/${at}`,
      text: { content },
      meta: { title: at === 0 ? 'A letter – or two' : 'Two or a letter', also: at === 0 ? 'Mr Q = Mr Y' : '' },
      filters: { ...records[0]!.filters },
    }));
    const index = join(root, 'close');
    await indexEntries(root, entries, index, 1);
    readByFetch();
    const engine = await openDirectEngine(pathToFileURL(`${index}/`).href, RANKING);
    const own = [texts[0], 'A letter – or two', 'Mr Q'].map((text = '') => readWords(text));
    const phrases = own.flatMap((words) => words.flatMap((_, at) => [words.slice(at, at + 2), words.slice(at, at + 4)]));
    const has = async (words: string) => (await engine.search(words)).some(({ id }) => id === '0');
    let found = 0;
    for (const phrase of phrases.map((words) => words.join(' '))) {
      // What Pagefind does not keep, as the 2 of 117(2), is not found as a word either.
      const known = await has(phrase);
      if (known) found += 1;
      expect([phrase, (await engine.findClose?.(phrase))?.has('0')]).toEqual([phrase, known]);
    }
    expect(found).toBeGreaterThan(phrases.length * 0.8);
    for (const phrase of ['council said', 'care coordinator', 'section 117', 'letter or', 'mr q']) {
      expect([phrase, await engine.findClose?.(phrase)]).toEqual([phrase, new Set(['0'])]);
    }
  });

  it('finds words that begin alike in the next file too, where Pagefind stops at the end of one', async () => {
    const pagefind = await openIndex(folder, { ranking: RANKING });
    const hits = await (await open()).search('the');
    const addresses = await Promise.all(hits.map(async ({ load }) => (await load()).url));
    const fewer = (await pagefind.search('the')).map((line) => line.split(' ')[0]);
    expect(fewer.length).toBeGreaterThan(DECISIONS);
    expect(addresses).toEqual(expect.arrayContaining(fewer));
  });

  it('answers a query the same whatever was asked before', async () => {
    const [fresh, used] = [await open(), await open()];
    for (const query of QUERIES) await used.search(query);
    expect(await toLines(await used.search('co'))).toEqual(await toLines(await fresh.search('co')));
  });

  it('lets through what has every value of a filter, and knows the kinds and values of all', async () => {
    const engine = await open();
    const hits = await engine.filter({ kind: 'quotation', body: 'body-3' });
    const found = await Promise.all(hits.map(async ({ load }) => (await load()).filters));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ kind, body }) => kind?.[0] === 'quotation' && body?.includes('body-3'))).toBe(true);
    expect(hits.map(({ id }) => engine.kindOf?.(id))).toEqual(hits.map(() => 'quotation'));
    const kinds = await engine.readFacet('kind', ['decision', 'event']);
    expect([...kinds].map(([kind, ids]) => [kind, ids.size])).toEqual([
      ['decision', DECISIONS],
      ['event', 0],
    ]);
  });

  it('rejects where a part of the index cannot be loaded, and finds again when it can', async () => {
    const engine = await open();
    const fetchAny = globalThis.fetch;
    globalThis.fetch = () => Promise.resolve(new Response('', { status: 404 }));
    await expect(engine.search('council')).rejects.toThrow('could not be loaded');
    globalThis.fetch = fetchAny;
    expect((await engine.search('council')).length).toBeGreaterThan(0);
  });
});

describe('stem', () => {
  it('gives each word the stem under which Pagefind keeps it', async () => {
    const words = `
      cat cats ponies tie ties dying lying cries gas gaps kiwis this caresses press agreed feed succeed proceeding plastered bled motoring sing
      conflated troubled sized hopping tanned falling hissing fizzed failing filing added egging odd happy sky enjoy by say relational conditional
      rational valency hesitancy digitizer conformably radically differently vilely analogously vietnamization predication operator feudalism
      decisiveness hopefulness callousness formality sensitivity sensibility triplicate formative formalize electricity electrical hopeful
      goodness revival allowance inference airliner gyroscopic adjustable defensible irritant replacement adjustment dependent adoption
      communism activate angularity homologous effective bowdlerize probate rate cease controlling roll ombudsman ombudsmen coordinator
      coordination coordinated aftercare reviews reviewing assessed assessment commissioner recommendation recommended apology apologise
      complaint complained councillor councils generally general generous communal community arsenal university universal lateral later
      emergency emerging organisation organization internal international interval past paste pasted evening even outing inning canning
      skis skies idly gently ugly early only singly news howe atlas cosmos bias andes constructor geologist biology knightly fluently
      restrictive policy policies safeguarding delayed delays paying paid says yes youth yearly boy boys buy flying abilities able`
      .split(/\s+/)
      .filter(Boolean);
    const entries = words.map((word) => ({
      address: `/${word}`,
      text: { content: word },
      meta: { title: '' },
      filters: { ...records[0]!.filters },
    }));
    const index = join(root, 'stems');
    await indexEntries(root, entries, index, 1);
    const kept = readdirSync(join(index, 'index')).flatMap((file) => listWords(readIndexFile(join(index, 'index', file))));
    const stemByPlace = new Map(
      kept.flatMap(({ word, readForms }) => readForms().flatMap(({ entries: own }) => [...own].map((entry) => [entry, word] as const))),
    );
    expect(words.map((word) => [word, stem(word)])).toEqual(words.map((word, at) => [word, stemByPlace.get(at)]));
  }, 30_000);
});
