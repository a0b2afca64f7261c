/** Text between marks of its own, so that it can be found again in whatever it was written into. */
export const mark = (number: number, text: string): string => `qz${number}a${text}qz${number}b`;

const OPENED = /qz(\d+)a/g;
const spaces = (text: string) => text.replace(/\s+/g, ' ');

export interface Found {
  number: number;
  text: string;
  /** False where the text was cut before its end. */
  whole: boolean;
}

/** Every marked text in a string, in order. */
export function findMarked(string: string): Found[] {
  return [...string.matchAll(OPENED)].map(({ 0: opening, 1: digits, index }) => {
    const start = index + opening.length;
    const end = string.indexOf(`qz${digits}b`, start);
    return { number: Number(digits), text: string.slice(start, end < 0 ? undefined : end), whole: end >= 0 };
  });
}

/** Whether what came out is what went in; in prose, where lines are laid out anew, apart from which white space it has. */
export function isUnchanged({ text, whole }: Found, written: string, prose: boolean): boolean {
  const [out, into] = prose ? [spaces(text), spaces(written)] : [text, written];
  return whole ? out === into : into.startsWith(out.replace(/\s*…[\s\S]*$/, '').slice(0, -1));
}
