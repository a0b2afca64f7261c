import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { toAtom } from '../../src/exports/atom.ts';
import { type History, openFeeds } from '../../src/exports/feed.ts';
import { type FeedScope, listFeedScopes } from '../../src/exports/feed-scopes.ts';
import { toJsonFeed } from '../../src/exports/json-feed.ts';
import { buildMadeUp, hostile, publication } from './made-up-archive.ts';
import { listXmlFaults, readXml } from './validate-xml.ts';

const ATOM = { a: 'http://www.w3.org/2005/Atom' };
const archive = buildMadeUp();
const build = (scope: FeedScope, history?: History) => openFeeds(archive, publication, history)(scope);
const everything = build({ kind: 'everything' });
const atom = toAtom(publication, everything);
const isJsonFeed = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(join(import.meta.dirname, 'schemas/json-feed.schema.json'), 'utf8')),
);

describe.each(listFeedScopes(archive).map((scope) => [scope.kind, scope] as const))('the feed of %s', (_, scope) => {
  const feed = build(scope);

  test('is valid Atom', () => {
    expect(listXmlFaults('atom', toAtom(publication, feed))).toEqual([]);
  });

  test('is valid JSON Feed, and tells the same', () => {
    const json = JSON.parse(toJsonFeed(publication, feed));
    expect(isJsonFeed(json), JSON.stringify(isJsonFeed.errors)).toBe(true);
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual(readXml(toAtom(publication, feed), '//a:entry/a:id', ATOM));
    expect(json.items.map(({ content_html }: { content_html: string }) => content_html)).toEqual(
      readXml(toAtom(publication, feed), '//a:entry/a:content', ATOM),
    );
  });

  test('names no entry twice', () => {
    expect(feed.entries.length).toBeGreaterThan(0);
    expect(new Set(feed.entries.map(({ address }) => address)).size).toBe(feed.entries.length);
  });
});

test.each([
  ['without its author', (xml: string) => xml.replace(/<author>.*<\/author>/, '')],
  ['with a time of another form', (xml: string) => xml.replace(/<updated>[^<]*/, '<updated>22 Nov 2024')],
  ['with an entry without id', (xml: string) => xml.replace(/ {4}<id>[^<]*<\/id>\n/, '')],
  ['with an element of its own', (xml: string) => xml.replace('<author>', '<mood>glad</mood><author>')],
])('the schema refuses a feed %s', (_, harm) => {
  expect(listXmlFaults('atom', harm(atom))).not.toEqual([]);
});

describe('an entry', () => {
  const find = (path: string) => everything.entries.find(({ address }) => address === `https://record.example/archive${path}`);

  test('has its one address as id', () => {
    expect(find('/decisions/11-222-333/')).toBeDefined();
    expect(find('/timeline/#2020-03-04-asked')).toBeDefined();
    expect(find('/quotes/paper/line/')).toBeDefined();
  });

  test('is dated by the day up to which the record was brought, and never by that of what it tells', () => {
    expect(find('/decisions/11-222-444/')).toMatchObject({ published: undefined, updated: '2024-01-01T00:00:00Z' });
  });

  test('is updated by a correction', () => {
    expect(find('/decisions/11-222-333/')?.updated).toBe('2024-02-03T00:00:00Z');
    expect(find('/changes/#2024-02-03-slip')).toMatchObject({ published: '2024-02-03T00:00:00Z', updated: '2024-02-03T00:00:00Z' });
  });

  test('has the times that the ledger of addresses knows', () => {
    const history = new Map([['/decisions/11-222-444/', { published: '2022-05-01', updated: '2023-06-07' }]]);
    const entry = build({ kind: 'everything' }, history).entries.find(({ title }) => title.startsWith('11 222 444'));
    expect(entry).toMatchObject({ published: '2022-05-01T00:00:00Z', updated: '2023-06-07T00:00:00Z' });
  });

  test('tells hostile words as words, in its title and in its content', () => {
    expect(atom).not.toContain('<script');
    const [content = ''] = readXml(atom, '//a:entry[a:id="https://record.example/archive/quotes/11-222-333/hostile/"]/a:content', ATOM);
    expect(content).toContain('&lt;/script&gt;&lt;script&gt;');
    expect(content).not.toContain('<script');
    const titles = readXml(atom, '//a:entry/a:title', ATOM);
    expect(titles.some((title) => title.startsWith(`“${hostile.slice(0, 20)}`))).toBe(true);
  });
});

test('the newest change comes first, and what nobody has dated last', () => {
  const updated = everything.entries.map((entry) => entry.updated);
  expect(updated).toEqual(updated.toSorted().toReversed());
  expect(everything.updated).toBe(updated[0]);
});

test('a family has what belongs to its decisions, recommendations only recommendations, corrections only corrections', () => {
  const [family] = archive.families;
  if (!family) throw new Error('no family');
  const kinds = (scope: FeedScope) => [...new Set(build(scope).entries.map(({ kind }) => kind))].toSorted();
  expect(build({ kind: 'family', family }).entries.some(({ title }) => title.includes('Waiting'))).toBe(false);
  expect(kinds({ kind: 'family', family })).toContain('decision');
  expect(kinds({ kind: 'recommendations' })).toEqual(['recommendation']);
  expect(kinds({ kind: 'corrections' })).toEqual(['correction']);
});
