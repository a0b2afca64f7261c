import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, resolve } from 'node:path';
import { openPlaces } from './line-places.ts';
import { ContentError, type Problem, sortProblems } from './problem.ts';

/** Words that must never be published, each as its words in order. */
export type Withheld = readonly (readonly string[])[];

/** A word as it is compared: without case and accents. */
const fold = (word: string) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const listWords = (text: string): { word: string; offset: number }[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({ word: fold(word), offset: index }));

/** Where in a text withheld words begin, whatever their case, accents, spaces and punctuation. */
export function findWithheld(text: string, withheld: Withheld): number[] {
  const byFirst = Map.groupBy(withheld, ([first]) => first);
  const words = listWords(text);
  return words.flatMap(({ word, offset }, index) =>
    (byFirst.get(word) ?? []).some((run) => run.every((sought, step) => words[index + step]?.word === sought)) ? [offset] : [],
  );
}

/** Reads a list of withheld words: one or several words a line, `#` begins a remark. */
export const readWithheldList = (text: string): Withheld =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .filter((line) => !line.startsWith('#'))
    .map((line) => listWords(line).map(({ word }) => word))
    .filter((run) => run.length > 0);

const refuse = (message: string) => new ContentError([{ file: 'UPHELD_WITHHELD', line: 1, column: 1, kind: 'withheld-words', message }]);

/** The list that `UPHELD_WITHHELD` names; none where it names none. The file must lie outside the project, where it cannot be published. */
export function loadWithheld(root: string, file = process.env['UPHELD_WITHHELD']): Withheld {
  if (!file) return [];
  const path = resolve(root, file);
  if (!relative(root, path).startsWith('..'))
    throw refuse('The file named lies inside the project. Keep it outside, where no commit can hold it');
  if (!existsSync(path)) throw refuse('The file named is not there. Mend the path; nothing is published without the list');
  return readWithheldList(readFileSync(path, 'utf8'));
}

/** Reports withheld words in the files of a content folder and in their names. The words are not said again. */
export function checkWithheld(content: string, label: string, withheld: Withheld): Problem[] {
  if (withheld.length === 0 || !existsSync(content)) return [];
  const message = 'Words stand here that must never be published. Take them out; the list of withheld words says which';
  const problems = readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry): Problem[] => {
      const path = join(entry.parentPath, entry.name);
      const name = relative(content, path).replaceAll('\\', '/');
      const file = posix.join(label, name);
      const text = readFileSync(path, 'utf8');
      const toPlace = openPlaces(text);
      return [
        ...(findWithheld(name, withheld).length > 0 ? [{ file, line: 1, column: 1, kind: 'withheld-words' as const, message }] : []),
        ...findWithheld(text, withheld).map((offset) => ({ file, ...toPlace(offset), kind: 'withheld-words' as const, message })),
      ];
    });
  return sortProblems(problems);
}
