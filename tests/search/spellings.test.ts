import { describe, expect, it } from 'vitest';
import { readSpellings } from '../../src/components/search/spellings.ts';
import { foldText, readWords } from '../../src/components/search/words.ts';

const spellings = readSpellings([
  ['section 117', 's117', 's.117', 's. 117'],
  ['section 117 review', 's117 review', 'section 117 aftercare review'],
  ['care coordinator', 'care co-ordinator', 'care co-ordinators'],
  ['aftercare', 'after-care', 'after care'],
  ['panel board', 'PB'],
]);
const unify = (text: string) => spellings.unify(readWords(text)).map(({ word }) => word);

describe('foldText', () => {
  it.each([
    ['Curly “double” and ‘single’', 'curly "double" and \'single\''],
    ['no-break\u00A0space and thin\u2009one', 'no-break space and thin one'],
    ['co\u2011ordinator, co\u2013ordinator', 'co-ordinator, co-ordinator'],
    ['Café CAFE\u0301', 'cafe cafe'],
    ['soft\u00ADhyphen and zero\u200Bwidth', 'softhyphen and zerowidth'],
    ['1,017 days, 2022,2023', '1017 days, 2022,2023'],
  ])('folds %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});

describe('readWords', () => {
  it('keeps what follows an apostrophe apart, so that a name is found in its genitive', () => {
    expect(readWords('Mr Y’s records')).toEqual(['mr', 'y', "'s", 'records']);
  });

  it('takes a sum without its sign', () => {
    expect(readWords('£1,800.50')).toEqual(['1800', '50']);
  });
});

describe('unify', () => {
  it.each(['s117', 'S117', 's.117', 's. 117', 's 117', 'section 117', 'Section\u00A0117', 'section117'])('writes "%s" as s117', (text) => {
    expect(unify(text)).toEqual(['s117']);
  });

  it.each(['24 005 859', '24005859', '24-005-859', '24 005 859a', '24005859A'])('writes "%s" as one reference', (text) => {
    expect(unify(text)).toEqual(['24005859']);
  });

  it.each(['aftercare', 'after-care', 'after care', 'After\u2011Care'])(
    'writes "%s" as one word, since the glossary spells it so',
    (text) => {
      expect(unify(text)).toEqual(['aftercare']);
    },
  );

  it('joins co-ordinate and co-operate in any record', () => {
    expect(unify('co-ordination, co-operate, co-author')).toEqual(['coordination', 'cooperate', 'co', 'author']);
  });

  it('does not join a longer term whose parts agree already, so that its parts are still found', () => {
    expect(unify('the section 117 review')).toEqual(['the', 's117', 'review']);
  });

  it('leaves the possessive before a number alone', () => {
    expect(unify('the Council’s 117 pages')).toEqual(['the', 'council', "'s", '117', 'pages']);
  });

  it('tells which words each unified word stands for', () => {
    expect(spellings.unify(['a', 'section', '117', 'plan']).map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [1, 3],
      [3, 4],
    ]);
  });
});

describe('findGroup', () => {
  it('finds the longest group that begins here', () => {
    expect(spellings.findGroup(['s117', 'review', 'held'], 0)?.length).toBe(2);
    expect(spellings.findGroup(['s117', 'plan'], 0)?.length).toBe(1);
    expect(spellings.findGroup(['plan'], 0)).toBeUndefined();
  });

  it('finds one group under all of its variants', () => {
    expect(spellings.findGroup(unify('PB'), 0)?.group).toBe(spellings.findGroup(unify('panel board'), 0)?.group);
  });
});

describe('listSpellings', () => {
  it.each([
    ['s117', ['s117', 'section 117', 's 117']],
    ['24005859', ['24005859', '24 005 859']],
    ['aftercare', ['aftercare', 'after care']],
    ['plain', ['plain']],
  ])('writes %s in every way that an index holds it', (word, expected) => {
    expect(spellings.listSpellings(word).toSorted()).toEqual(expected.toSorted());
  });
});
