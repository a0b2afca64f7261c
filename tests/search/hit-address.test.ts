import { describe, expect, it } from 'vitest';
import { buildHitAddress, writeTextFragment } from '../../src/components/search/hit-address.ts';
import { findPhrase, readText } from '../../src/components/search/indexed-text.ts';
import { readSpellings } from '../../src/components/search/spellings.ts';
import { readWords } from '../../src/components/search/words.ts';

const spellings = readSpellings([]);

/** The directives that mark the nth place of a phrase in a text, decoded. */
function mark(content: string, phrase: string, nth = 0): string[] {
  const text = readText(content, spellings);
  const runs = findPhrase(text, readWords(phrase)).slice(nth, nth + 1);
  return writeTextFragment(text, runs)
    .replace(':~:', '')
    .split('&')
    .filter(Boolean)
    .map((directive) => decodeURIComponent(directive.replace('text=', '')));
}

describe('writeTextFragment', () => {
  it('gives the words before and the words after, each with the words to mark', () => {
    expect(mark('So the summary recommends an apology and better services.', 'apology')).toEqual([
      'So the summary recommends an-,apology',
      'apology,-and better services',
    ]);
  });

  it('stays within the sentence', () => {
    expect(mark('It ended. Then an apology came. More followed.', 'apology')).toEqual(['Then an-,apology', 'apology,-came']);
  });

  it('stays within the cell, the note and the paragraph, as far as the index tells', () => {
    expect(mark('Upheld · an apology · late', 'apology')).toEqual(['an-,apology']);
    expect(mark('to Mr Q.In the apology here', 'apology')).toEqual(['the-,apology', 'apology,-here']);
  });

  it('keeps the marks around the words in the context', () => {
    expect(mark('it was “overly restrictive”, and all', 'overly restrictive')).toEqual([
      'it was “-,overly restrictive',
      'overly restrictive,-”, and all',
    ]);
  });

  it('names no context that stands earlier too, since a browser marks the first place that fits', () => {
    expect(mark('An apology came. An apology went.', 'apology', 1)).toEqual(['apology,-went']);
  });

  it('marks nothing where nothing tells this place from an earlier one', () => {
    expect(mark('Apology. Apology.', 'apology', 1)).toEqual([]);
    expect(mark('Apology. Apology.', 'apology', 0)).toEqual(['Apology']);
  });

  it('encodes what a directive keeps for itself', () => {
    const text = readText('a co-ordinator, R & D, 50% – “yes”', spellings);
    const fragment = writeTextFragment(text, [{ start: 1, end: 2 }]);
    expect(fragment).toBe(':~:text=a-,co%2Dordinator&text=co%2Dordinator,-%2C%20R%20%26%20D%2C%2050');
  });

  it('splits a run that a sentence ends in', () => {
    const text = readText('One apology. Another came', spellings);
    expect(writeTextFragment(text, [{ start: 1, end: 3 }])).toBe(':~:text=One-,apology&text=Another,-came');
  });
});

describe('buildHitAddress', () => {
  const text = readText('an apology', spellings);
  const runs = [{ start: 1, end: 2 }];

  it.each([
    ['/decisions/a/', 'p-1', '/decisions/a/#p-1:~:text=an-,apology'],
    ['/decisions/a/', undefined, '/decisions/a/#:~:text=an-,apology'],
    ['/timeline/#event', 'p-1', '/timeline/#event:~:text=an-,apology'],
  ])('leads into %s at %s', (address, anchor, expected) => {
    expect(buildHitAddress({ base: '', index: '' }, address, text, { anchor, runs })).toBe(expected);
  });

  it('keeps the base path', () => {
    expect(buildHitAddress({ base: '/archive', index: '' }, '/conflicts/#x', text, { anchor: undefined, runs: [] })).toBe(
      '/archive/conflicts/#x',
    );
    expect(buildHitAddress({ base: '/archive', index: '' }, '/bodies/x/', text, { anchor: undefined, runs: [] })).toBe(
      '/archive/bodies/x/',
    );
  });
});
