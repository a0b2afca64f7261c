/** Text between marks of its own, so that it can be found again in whatever it was written into. Addresses are lower case, and hold none. */
export const mark = (number: number, text: string): string => `QZ${number}A${text}QZ${number}B`;

const OPENED = /QZ(\d+)A/g;
const spaces = (text: string) => text.replace(/\s+/g, ' ');

export interface Found {
  number: number;
  text: string;
  /** False where the text was cut before its end. */
  whole: boolean;
}

/** Every marked text in a string, in order. One that another follows before its end was cut. */
export function findMarked(string: string): Found[] {
  const openings = [...string.matchAll(OPENED)];
  return openings.map(({ 0: opening, 1: digits, index }, place) => {
    const start = index + opening.length;
    const rest = string.slice(start, openings[place + 1]?.index);
    const end = rest.indexOf(`QZ${digits}B`);
    return { number: Number(digits), text: end < 0 ? rest : rest.slice(0, end), whole: end >= 0 };
  });
}

/** Whether what came out is what went in; in prose, where lines are laid out anew, apart from which white space it has. */
export function isUnchanged({ number, text, whole }: Found, written: string, prose: boolean): boolean {
  if (whole) return prose ? spaces(text) === spaces(written) : text === written;
  const [before = ''] = text.split('…');
  return spaces(`${written}QZ${number}B`).startsWith(spaces(before).trimEnd());
}
