import { describe, expect, it } from 'vitest';
import { countByCheck, facetKinds, groupByOwner, listAllFacets, listFacets, slugOfSpeaker } from '../../src/graph/quote-facets.ts';
import type { QuoteEntry } from '../../src/graph/archive.ts';
import { quoteEntry } from '../builders/records.ts';

const facetsOf = (kind: (typeof facetKinds)[number], quotes: QuoteEntry[]) =>
  listFacets({ quotes, themes: [] }, kind).map(({ value, quotes: own }) => `${value} ${own.map(({ id }) => id).join(' ')}`);

describe('listFacets', () => {
  it('lists quotations by the decision that owns them, and none of a source', () => {
    expect(
      facetsOf('decision', [
        quoteEntry('first/a'),
        quoteEntry('second/b'),
        quoteEntry('first/c'),
        quoteEntry('gazette/d', {}, 'verified', 'source'),
      ]),
    ).toEqual(['first first/a first/c', 'second second/b']);
  });

  it('gives the voices in the order of the schema, whichever is quoted first', () => {
    expect(facetsOf('voice', [quoteEntry('first/a', { voice: 'complainant' }), quoteEntry('first/b')])).toEqual([
      'finding first/b',
      'complainant first/a',
    ]);
  });

  it('gives how far checked best first', () => {
    expect(facetsOf('check', [quoteEntry('first/a', {}, 'not-read'), quoteEntry('first/b', {}, 'verified')])).toEqual([
      'verified first/b',
      'not-read first/a',
    ]);
  });

  it('lists a quotation under each of its themes', () => {
    expect(facetsOf('theme', [quoteEntry('first/a', { themes: ['delay', 'money'] })])).toEqual(['delay first/a', 'money first/a']);
  });

  it('puts one speaker on one page', () => {
    expect(
      facetsOf('speaker', [
        quoteEntry('first/a', { speaker: { name: 'Jane Doe' } }),
        quoteEntry('first/b'),
        quoteEntry('first/c', { speaker: { name: 'Jane Doe' } }),
      ]),
    ).toEqual(['jane-doe first/a first/c', 'board first/b']);
  });

  it('gives no address twice', () => {
    const quotes = [
      quoteEntry('first/a', { themes: ['delay'] }),
      quoteEntry('second/b', { voice: 'body', themes: ['delay'] }, 'not-found'),
    ];
    const addresses = listAllFacets({ quotes, themes: [] }).map(({ kind, value }) => `${kind}/${value}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});

describe('slugOfSpeaker', () => {
  it.each([
    [{ body: 'mill' }, 'mill'],
    [{ person: 'family-aunt' }, 'family-aunt'],
    [{ name: 'Siân O’Neill' }, 'sian-o-neill'],
    [{ name: 'not clear (the mill or the board)' }, 'not-clear-the-mill-or-the-board'],
    [{ name: 'Ян' }, '44f43d'],
  ])('gives %o the address %s', (speaker, slug) => {
    expect(slugOfSpeaker(speaker)).toBe(slug);
  });
});

describe('countByCheck', () => {
  it('counts each level that occurs, best first', () => {
    const quotes = [quoteEntry('first/a', {}, 'secondary-only'), quoteEntry('first/b'), quoteEntry('first/c', {}, 'secondary-only')];
    expect(countByCheck(quotes)).toEqual([
      { level: 'verified', count: 1 },
      { level: 'secondary-only', count: 2 },
    ]);
  });
});

describe('groupByOwner', () => {
  it('keeps a decision and a source of one id apart', () => {
    const groups = groupByOwner([quoteEntry('same/a'), quoteEntry('same/b', {}, 'verified', 'source'), quoteEntry('same/c')]);
    expect(groups.map(({ owner, quotes }) => [owner.kind, quotes.length])).toEqual([
      ['decision', 2],
      ['source', 1],
    ]);
  });
});
