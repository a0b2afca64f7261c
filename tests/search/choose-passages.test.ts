import { describe, expect, it } from 'vitest';
import { choosePassages, cutPieces } from '../../src/components/search/choose-passages.ts';
import type { IndexedEntry } from '../../src/components/search/engine.ts';
import { parseQuery } from '../../src/components/search/parse-query.ts';
import { readSpellings } from '../../src/components/search/spellings.ts';
import { fakeEngine, indexedEntry } from '../builders/engine.ts';

const spellings = readSpellings([['section 117', 's117', 's.117']]);

/** Passages as `anchor: text with [marks]`. */
async function show(entry: IndexedEntry, query: string): Promise<string[]> {
  const parsed = parseQuery(query, spellings);
  const words = parsed.terms.flatMap((term) => (term.type === 'word' ? [term.word] : []));
  const places = (await Promise.all(words.map((word) => fakeEngine([entry]).search(word)))).flat().flatMap((hit) => hit.words);
  const { text, passages } = choosePassages(entry, parsed, places, spellings);
  return passages.map(
    (passage) =>
      `${passage.anchor}: ${cutPieces(text, passage)
        .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
        .join('')}`,
  );
}

const filler = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

describe('choosePassages', () => {
  it('gives each passage the anchor of the paragraph it stands in, in the order of the text', async () => {
    const entry = indexedEntry('/a/', 'Title here. The Trust apologised. Nothing else. An apology was late.', {
      meta: { title: 'Title here' },
      anchors: [
        ['p-1', 2],
        ['p-2', 5],
        ['p-3', 7],
      ],
    });
    expect(await show(entry, 'apolog')).toEqual(['p-1: The Trust [apologised].', 'p-3: An [apology] was late.']);
  });

  it('passes over ids that are no addresses of passages', async () => {
    const entry = indexedEntry('/a/', 'One apology. Two.', {
      anchors: [
        ['f-fault', 0],
        ['f-fault-text', 0],
        ['s-law-title', 1],
        ['main', 1],
      ],
    });
    expect(await show(entry, 'apology')).toEqual(['f-fault: One [apology]. Two.']);
  });

  it('cuts a long paragraph around the words and says so', async () => {
    const entry = indexedEntry('/a/', `${filler(60)} apology ${filler(60)}`, { anchors: [['p-1', 0]] });
    const [passage = ''] = await show(entry, 'apology');
    expect(passage).toMatch(/^p-1: … .*\[apology\].* …$/);
    expect(passage.split(' ').length).toBeLessThan(40);
  });

  it('gives at most three, those with most of the words', async () => {
    const text = ['apology', 'fault', 'apology and fault', 'apology', 'fault then apology'].map((words) => `${words}.`);
    let at = 0;
    const anchors = text.map((words, index): [string, number] => [`p-${index}`, (at += words.split(' ').length) - words.split(' ').length]);
    expect((await show(indexedEntry('/a/', text.join(' '), { anchors }), 'apology fault')).map((passage) => passage.slice(0, 3))).toEqual([
      'p-0',
      'p-2',
      'p-4',
    ]);
  });

  it('marks every spelling of what was asked for, and leaves the punctuation out', async () => {
    const entry = indexedEntry('/a/', 'Under “s.117”, as section 117 says (S117).');
    expect(await show(entry, 's117')).toEqual(['undefined: Under “[s.117]”, as [section 117] says ([S117]).']);
  });

  it('marks what a person is called here', async () => {
    const entry = indexedEntry('/a/', 'Then Mr Y’s review was held.', { meta: { title: 'A', also: 'Mr Q = Mr Y' } });
    expect(await show(entry, '"Mr Q"')).toEqual(['undefined: Then [Mr Y’s] review was held.']);
  });

  it('does not show the title again', async () => {
    const entry = indexedEntry('/a/', 'A late apology. It came in May.', { meta: { title: 'A late apology' } });
    expect(await show(entry, 'apology')).toEqual(['undefined: It came in May.']);
  });

  it('gives the beginning of a text that was found by another name only', async () => {
    expect(await show(indexedEntry('/a/', 'It came in May.', { meta: { title: 'A', names: 'Borough' } }), 'borough')).toEqual([
      'undefined: It came in May.',
    ]);
  });

  it('shows a gap as a point between two pieces and nowhere else', async () => {
    expect(await show(indexedEntry('/a/', '· Decided May · By them. · An apology ·'), 'apology')).toEqual([
      'undefined: Decided May · By them. An [apology]',
    ]);
  });

  it('finds no phrase across a gap', async () => {
    expect(await show(indexedEntry('/a/', 'a late · apology'), '"late apology"')).toEqual(['undefined: a late · apology']);
  });
});
