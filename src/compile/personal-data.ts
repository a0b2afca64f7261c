import { listPersonalData } from '../schema/personal-data.ts';
import { openPlaces } from './line-places.ts';
import type { Problem } from './problem.ts';

/** A text without the marks of Markdown, which could stand inside a number, and where a character of it stood. */
function dropMarks(text: string): { words: string; offsetAt: (index: number) => number } {
  const starts: { index: number; offset: number }[] = [];
  let words = '';
  for (const { 0: piece, index: offset } of text.matchAll(/[^*_~`\\]+/g)) {
    starts.push({ index: words.length, offset });
    words += piece;
  }
  const offsetAt = (index: number) => {
    const piece = starts.findLast((start) => start.index <= index);
    return piece ? piece.offset + index - piece.index : 0;
  };
  return { words, offsetAt };
}

/** Reports what looks like personal data in a file, as it is written. What was found is never printed again. */
export function findPersonalData(file: string, text: string, official = false): Problem[] {
  const { words, offsetAt } = dropMarks(text);
  const toPlace = openPlaces(text);
  return listPersonalData(words, official).map(({ what, index }): Problem => {
    const message = `This looks like ${what}. Take it out; what an organisation can be reached by belongs in its source`;
    return { file, ...toPlace(offsetAt(index)), kind: 'personal-data', message };
  });
}
