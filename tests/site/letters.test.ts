import type { Element } from 'hast';
import { expect, inject, test } from 'vitest';
import { findNamed, listLetters } from '../../src/graph/letters.ts';
import { loadArchive } from '../../src/graph/load-archive.ts';
import { byTag, readSite, textOf } from './read-site.ts';

const { archive } = loadArchive(process.cwd());
if (!archive) throw new Error('The content has problems');
const { persons, decisions } = archive;
const refOf = new Map(decisions.map(({ id, data }) => [id, data.ref]));

const isNote = ({ properties }: Element) => String(properties['className'] ?? '').includes('letters-used');
const pages = readSite(inject('site')).map((page) => {
  const [note] = page.elements.filter(isNote);
  const main = byTag(page, 'main')[0];
  const words = main ? textOf({ ...main, children: main.children.filter((child) => child.type !== 'element' || !isNote(child)) }) : '';
  return { path: page.path, note: note ? textOf(note) : '', named: findNamed(words, persons) };
});

test('every page that names one of the men says which letters each decision uses for him', () => {
  const silent = pages.flatMap(({ path, note, named }) =>
    named.flatMap((person) => {
      const uses = listLetters(person).map(({ name, decisions: own }) => `${name} in ${own.map((id) => refOf.get(id)).join(' and ')}`);
      return note.includes(uses.join(', ')) ? [] : [`${path} does not say who ${uses.join(', ')} is`];
    }),
  );
  expect(silent).toEqual([]);
  expect(pages.filter(({ named }) => named.length > 0).length).toBeGreaterThan(50);
});

test('a page that names nobody by letters says nothing of letters', () => {
  expect(pages.filter(({ note, named }) => note !== '' && named.length === 0).map(({ path }) => path)).toEqual([]);
});
