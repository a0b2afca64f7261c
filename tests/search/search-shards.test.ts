import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchRecord } from '../../src/exports/search-records.ts';
import { writeSearchIndex } from '../../src/integrations/search-index.ts';
import { countShards, shardOf } from '../../src/integrations/search-index/shards.ts';
import { openIndex } from '../builders/open-index.ts';
import { makeSearchRecords } from '../builders/search-records.ts';

const DECISIONS = 24;
const records = makeSearchRecords(DECISIONS);
const expected = { decision: DECISIONS, quotation: 5 * DECISIONS };

const QUERIES = ['council', 'care', 'co', 'council review', '"social worker"', 'decision statement', 'café', 'zebra', '000 011'];

const ROOT = mkdtempSync(join(tmpdir(), 'upheld-shards-'));
afterAll(() => rmSync(ROOT, { recursive: true }));
let folders = 0;
const makeFolder = () => {
  const folder = join(ROOT, String(folders++));
  mkdirSync(folder);
  return folder;
};

/** Writes an index of the records with so many decisions in a shard. */
async function write(most: number, kept = makeFolder(), all: readonly SearchRecord[] = records) {
  const site = makeFolder();
  const indexed = await writeSearchIndex(site, all, expected, { kept, decisions: DECISIONS, most });
  return { folder: join(site, 'pagefind'), kept, ...indexed };
}

const readAll = (folder: string) =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(folder, file)).isFile())
      .toSorted()
      .map((file) => [file, readFileSync(join(folder, file)).toString('base64')]),
  );

describe('an index in shards', { timeout: 60_000 }, () => {
  let single: Awaited<ReturnType<typeof write>>;
  let sharded: Awaited<ReturnType<typeof write>>;
  beforeAll(async () => {
    [single, sharded] = [await write(DECISIONS), await write(DECISIONS / 4)];
  }, 60_000);

  it('answers every query as a single one does: the same entries, scores, places and order', async () => {
    expect([single.shards, sharded.shards]).toEqual([1, 4]);
    const answers = async (folder: string) => {
      const index = await openIndex(folder);
      const found: [string, string[]][] = [];
      for (const query of QUERIES) found.push([query, await index.search(query)]);
      for (const kind of ['decision', 'quotation']) found.push([kind, await index.search(null, { filters: { kind: [kind] } })]);
      found.push(['body', await index.search('council', { filters: { body: ['body-3'] } })]);
      return found;
    };
    const [one, other] = [await answers(single.folder), await answers(sharded.folder)];
    expect(one[0]?.[1].length).toBeGreaterThan(DECISIONS);
    expect(other).toEqual(one);
  });

  it('loads at most 1.3 times the bytes of a single one for a first answer', async () => {
    for (const query of QUERIES.slice(0, 5)) {
      const bytes = [];
      for (const { folder } of [single, sharded]) {
        const index = await openIndex(folder);
        const before = index.loaded();
        await index.search(query);
        bytes.push(index.loaded() - before);
      }
      expect(bytes[1], query).toBeLessThanOrEqual((bytes[0] ?? 0) * 1.3);
    }
  });

  it('is indexed anew only where a text has changed, and its files are then those of a fresh one', async () => {
    const edited = records.map((record, at): SearchRecord =>
      at === 3 ? { ...record, text: { content: 'Other words altogether.' } } : record,
    );
    const again = await write(DECISIONS / 4, sharded.kept);
    const after = await write(DECISIONS / 4, sharded.kept, edited);
    const fresh = await write(DECISIONS / 4, makeFolder(), edited);
    expect([sharded.indexed, again.indexed, after.indexed, fresh.indexed]).toEqual([4, 0, 1, 4]);
    expect(readAll(again.folder)).toEqual(readAll(sharded.folder));
    expect(readAll(after.folder)).toEqual(readAll(fresh.folder));
  });

  it('is taken from the last build where nothing has changed, also where there is but one shard', async () => {
    const again = await write(DECISIONS, single.kept);
    expect([single.indexed, again.indexed]).toEqual([1, 0]);
    expect(readAll(again.folder)).toEqual(readAll(single.folder));
  });
});

describe('shardOf', () => {
  it('puts what belongs to one decision into one shard', () => {
    const shards = records.map((record) => [record.filters.decision[0], shardOf(record, 4)] as const);
    expect(new Set(shards.map((pair) => pair.join(' '))).size).toBe(DECISIONS);
    expect(new Set(shards.map(([, shard]) => shard)).size).toBe(4);
  });
});

describe('countShards', () => {
  it.each([
    [3, 1],
    [2_000, 1],
    [2_001, 2],
    [10_000, 8],
  ])('divides %i decisions into %i', (decisions, shards) => {
    expect(countShards(decisions, 2_000)).toBe(shards);
  });
});
