import { BibLatexParser, CSLExporter } from 'biblatex-csl-converter';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBibtex } from '../../src/exports/bibtex.ts';
import type { CslItem } from '../../src/exports/csl.ts';
import { archive, citable, records } from './made-up.ts';

const items = records(archive).flatMap(([kind, id]) => citable(kind, id).items);
const itemById = new Map(items.map((item) => [item.id, item]));

/** What an independent reader of BibLaTeX finds in a file: CSL items by key, with the fields that it read and kept aside. */
function readBack(bibtex: string) {
  const { entries, errors } = new BibLatexParser(bibtex, { processUnexpected: true, processUnknown: true }).parse();
  const converted = new CSLExporter(entries).parse();
  const found = Object.entries(entries).map(([index, entry]) => {
    const { number: aside } = (entry.unexpected_fields ?? {}) as { number?: { text: string }[] };
    return { key: entry.entry_key, item: converted[Number(index)] ?? {}, aside: aside?.map(({ text }) => text).join('') };
  });
  return { errors, found };
}

/** The reader takes particles apart, which CSL allows. */
const joinParticles = (names: unknown) =>
  (names as Record<string, string>[] | undefined)?.map(({ 'non-dropping-particle': particle, family, ...name }) => ({
    ...name,
    ...(family && { family: [particle, family].filter(Boolean).join(' ') }),
  }));

const plain = (text: unknown) => String(text).replace(/<\/?[^>]+>/g, '');

test('every kind as BibTeX is as it always was', async () => {
  await expect(toBibtex([...itemById.values()])).toMatchFileSnapshot('__golden__/items.bib');
});

test('another program reads back the type, number, date, bodies and title of every kind', () => {
  const kinds: Partial<Record<CslItem['type'], string>> = { 'post-weblog': 'webpage', 'article-newspaper': 'article-newspaper' };
  const { errors, found } = readBack(toBibtex([...itemById.values()].filter(({ id }) => id !== 'hostile')));
  expect(errors).toEqual([]);
  expect(found).toHaveLength(itemById.size - 1);
  for (const { key, item, aside } of found) {
    const given = itemById.get(key);
    expect(item['type'], key).toBe(given && (kinds[given.type] ?? given.type));
    expect(plain(item['title']), key).toBe(given?.title);
    expect(joinParticles(item['author']), key).toEqual(given?.author);
    expect(joinParticles(item['editor']), key).toEqual(given?.editor);
    expect(aside ?? item['number'] ?? item['collection-number'], key).toBe(given?.number);
    expect(item['URL'], key).toBe(given?.URL);
    const date = given?.issued && 'date-parts' in given.issued ? given.issued : given?.issued && { 'date-parts': [[2019]] };
    expect(item['issued'], key).toEqual(date);
  }
});

test('signs of LaTeX in a title come back as they were', () => {
  const { errors, found } = readBack(toBibtex([{ id: 'odd', type: 'book', title: 'A & B: 100% of #1 $ a_b {c} Łoś “x”' }]));
  expect(errors).toEqual([]);
  expect(plain(found[0]?.item['title'])).toBe('A & B: 100% of #1 $ a_b {c} Łoś “x”');
});

test('no field can close its braces early, whatever its text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('\\', '{', '}', '%', '"', '@', ',', 'a', ' ', '&', 'é') }), (text) => {
      const bibtex = toBibtex([{ id: 'x', type: 'webpage', title: `T${text}`, note: text, URL: `https://x.example/${text}` }]);
      const depths = bibtex
        .replace(/\\[{}]/g, '')
        .split('\n')
        .map((line) => [...line].reduce((depth, sign) => depth + (sign === '{' ? 1 : sign === '}' ? -1 : 0), 0));
      expect(depths.slice(1, -2).every((depth) => depth === 0)).toBe(true);
    }),
  );
});
