import { describe, expect, it } from 'vitest';
import { findHits } from '../../src/components/search/find-hits.ts';
import { parseQuery } from '../../src/components/search/parse-query.ts';
import { readSpellings } from '../../src/components/search/spellings.ts';
import { fakeEngine, indexedEntry } from '../builders/engine.ts';

const spellings = readSpellings([
  ['section 117', 's117', 's.117'],
  ['care coordinator', 'care co-ordinator', 'care coordinators'],
]);
const decision = (ref: string, kind: string) => ({ filters: { kind: [kind], decision: [ref] } });
const engine = fakeEngine([
  indexedEntry('/first/', 'Mr Q was owed a s117 review. The care co-ordinator did not come.', {
    meta: { title: 'First decision' },
    ...decision('11 222 333', 'decision'),
  }),
  indexedEntry('/third/', 'Mr Y had no care coordinator under section 117. An apology was made.', {
    meta: { title: 'Third decision', also: 'Mr Q = Mr Y' },
    ...decision('24 005 859', 'decision'),
  }),
  indexedEntry('/said/', 'They wrote of Mr Y’s “shared failure”.', {
    meta: { title: 'A quotation' },
    ...decision('24 005 859', 'quotation'),
  }),
  indexedEntry('/essay/', 'A failure was shared by all. Coordinators came and went. See 24-005-859a.', { meta: { title: 'Of failure' } }),
  indexedEntry('/term/', 'The law.', { meta: { title: 'section 117', variants: 's117' } }),
]);
const find = async (text: string) => findHits(engine, parseQuery(text, spellings), spellings, () => 1);
const urls = async (text: string) => (await find(text)).hits.map(({ id }) => id);

describe('findHits', () => {
  it.each([
    ['s117', ['S117', 's.117', 'section 117', 'Section\u00A0117']],
    ['care coordinator', ['care co-ordinator', 'Care\u00A0Co\u2011ordinator', 'care-coordinator']],
    ['"shared failure"', ['“shared failure”', '‘shared failure’', '"Shared\u00A0Failure"']],
    ['24 005 859', ['24005859', '24-005-859', '24 005 859a']],
  ])('gives the same hits in the same order for %s and its other spellings', async (text, others) => {
    const expected = await urls(text);
    expect(expected.length).toBeGreaterThan(0);
    for (const other of others) expect(await urls(other)).toEqual(expected);
  });

  it('holds an exact phrase against the text, since an index knows words by their beginnings only', async () => {
    expect(await urls('"shared failure"')).toEqual(['/said/']);
    expect(await urls('"failure was shared"')).toEqual(['/essay/']);
    expect(await urls('"failure shared"')).toEqual([]);
  });

  it('holds a phrase to its words in their own form', async () => {
    expect(await urls('"coordinator"')).not.toContain('/essay/');
    expect(await urls('"coordinators"')).toEqual(['/essay/']);
  });

  it('finds a phrase in its other spellings', async () => {
    expect((await urls('"care coordinator"')).toSorted()).toEqual(['/first/', '/third/']);
  });

  it('joins phrases and words by "and"', async () => {
    expect(await urls('"care coordinator" apology')).toEqual(['/third/']);
    expect(await urls('"care coordinator" "apology was made"')).toEqual(['/third/']);
  });

  it('finds a person under a letter of another decision, as the exact phrase too', async () => {
    expect((await urls('"Mr Q"')).toSorted()).toEqual(['/first/', '/third/']);
    expect((await urls('mr q')).toSorted()).toEqual(['/first/', '/third/']);
  });

  it('finds a name in its genitive', async () => {
    expect(await urls('"Mr Y"')).toContain('/said/');
  });

  it('puts the decision of a reference first, then what concerns or names it', async () => {
    const [first, ...others] = await urls('24 005 859');
    expect(first).toBe('/third/');
    expect(others.toSorted()).toEqual(['/essay/', '/said/']);
  });

  it('brings forward what is called by the very words', async () => {
    expect((await urls('section 117'))[0]).toBe('/term/');
  });

  it('names the words that the record does not have, and goes on without them', async () => {
    const { hits, unknown } = await find('zebra apology');
    expect(unknown).toEqual(['zebra']);
    expect(hits.map(({ id }) => id)).toEqual(['/third/']);
  });

  it('finds nothing where no word is known', async () => {
    expect(await find('zebra qwerty')).toMatchObject({ hits: [], unknown: ['zebra', 'qwerty'] });
  });

  it('takes what has most of the words where nothing has them all, and says so', async () => {
    const { hits, partial } = await find('apology review failure');
    expect(partial).toBe(true);
    expect(hits.length).toBeGreaterThan(0);
    expect(await find('apology section')).toMatchObject({ partial: false });
  });

  it('weighs entries by what they are', async () => {
    const { hits } = await findHits(engine, parseQuery('failure', spellings), spellings, (id) => (id === '/said/' ? 100 : 1));
    expect(hits[0]?.id).toBe('/said/');
  });
});
