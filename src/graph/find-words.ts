/** Where words stand in a text, and how like the text they are. `start` and `end` count UTF-16 units of the text as it is. */
export interface FoundWords {
  /** `normalised`: but for spaces, marks and the way letters are encoded. `in-parts`: the words have cuts, and each part is there in its order. */
  fit: 'exact' | 'normalised' | 'in-parts';
  start: number;
  end: number;
}

const SPACE = /[\s\u00A0]/;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const CUT = /\s*\[(?:\.\.\.|…)\]\s*/;
// Nobody cuts more than this out of a sentence; further on it is another one.
const LONGEST_CUT = 4_000;

const MARKS: readonly [RegExp, string][] = [
  [/[‘’‚‛′`´]/, "'"],
  [/[“”„‟″«»]/, '"'],
  [/[‐‑‒–—―−]/, '-'],
];

function normaliseCluster(cluster: string): string {
  const composed = cluster.normalize('NFC');
  if (composed === '…') return '...';
  if (UNSEEN.test(composed) && !SPACE.test(composed)) return '';
  return MARKS.find(([mark]) => mark.test(composed))?.[1] ?? composed;
}

/** A text with plain marks, single spaces and composed letters, and for each of its units the place in the text it came from. */
export function normaliseWords(text: string): { text: string; places: number[] } {
  let plain = '';
  const places: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    if (SPACE.test(cluster) && plain.endsWith(' ')) continue;
    const written = SPACE.test(cluster) ? ' ' : normaliseCluster(cluster);
    for (let unit = 0; unit < written.length; unit += 1) places.push(index);
    plain += written;
  }
  places.push(text.length);
  return { text: plain, places };
}

const isWordUnit = (text: string, index: number) => /[\p{L}\p{N}]/u.test(text.charAt(index));

/** Whether a stretch ends with its words, and not inside a longer one: "avoidable" does not stand in "unavoidable". */
const endsAtWords = (text: string, start: number, end: number) =>
  !(isWordUnit(text, start) && isWordUnit(text, start - 1)) && !(isWordUnit(text, end - 1) && isWordUnit(text, end));

function listPlaces(words: string, text: string, from = 0): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let start = text.indexOf(words, from); start >= 0; start = text.indexOf(words, start + 1)) {
    if (endsAtWords(text, start, start + words.length)) found.push({ start, end: start + words.length });
  }
  return found;
}

/** The nearest run of parts, each after the one before it. */
function findParts(parts: readonly string[], text: string): { start: number; end: number } | undefined {
  const [first = '', ...rest] = parts;
  for (const begin of listPlaces(first, text)) {
    let { end } = begin;
    const whole = rest.every((part) => {
      const next = listPlaces(part, text, end)[0];
      if (!next || next.start - end > LONGEST_CUT) return false;
      end = next.end;
      return true;
    });
    if (whole) return { start: begin.start, end };
  }
  return undefined;
}

export interface PreparedText {
  text: string;
  plain: { text: string; places: number[] };
}

/** Makes a text ready to be searched many times. */
export const prepareText = (text: string): PreparedText => ({ text, plain: normaliseWords(text) });

/** Every place where the words stand. Only whole, ordered words count; what is merely near is not found. */
export function findWords(words: string, { text, plain }: PreparedText): FoundWords[] {
  if (words.trim() === '') return [];
  const exact = listPlaces(words, text);
  if (exact.length > 0) return exact.map((place) => ({ fit: 'exact', ...place }));
  const back = ({ start, end }: { start: number; end: number }) => ({
    start: plain.places[start] ?? 0,
    end: plain.places[end] ?? text.length,
  });
  const sought = normaliseWords(words.trim()).text;
  const normalised = listPlaces(sought, plain.text);
  if (normalised.length > 0) return normalised.map((place) => ({ fit: 'normalised', ...back(place) }));
  const parts = sought.split(CUT).filter((part) => part !== '');
  const inParts = CUT.test(sought) && parts.length > 0 ? findParts(parts, plain.text) : undefined;
  return inParts ? [{ fit: 'in-parts', ...back(inParts) }] : [];
}
