/**
 * Folds what makes no difference to a search: case, accents, curly and straight marks, kinds of dash and of space,
 * hidden characters, and the comma in 1,017.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/[\u2018\u2019\u201A\u201B\u2032\u02BC]/g, "'")
    .replace(/[\u201C-\u201F\u2033\u00AB\u00BB]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .toLowerCase();
}

/** The words of folded text. What follows an apostrophe is a word of its own, so that "Mr Y" is found in "Mr Y's". */
export const splitWords = (folded: string): string[] => folded.match(/(?<=\p{L})'\p{L}+|[\p{L}\p{N}]+/gu) ?? [];

// Most words of a text are already as they are looked for, and need none of the foldings.
const FOLDED_WORD = /^[a-z0-9]+$/;

export const readWords = (text: string): string[] => (FOLDED_WORD.test(text) ? [text] : splitWords(foldText(text)));

const CORE = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

/** Words with the punctuation before and after them set apart. */
export function splitPunctuation(text: string): { before: string; core: string; after: string } {
  const [, before = '', core = '', after = ''] = CORE.exec(text) ?? [];
  return { before, core, after };
}

/** Whether two words are likely forms of one: coordinator, coordination. */
export function areAlike(one: string, other: string): boolean {
  const longest = Math.max(one.length, other.length);
  let same = 0;
  while (same < longest && one[same] === other[same]) same++;
  return same >= Math.max(3, Math.ceil(longest * 0.7)) || one === other;
}
