import { findWords, prepareText } from '../graph/find-words.ts';

/** The most words that are given whole; a longer run is given by its beginning and its end. */
const LONGEST = 16;
const ENDS = 6;
/** Fewer words than this may well stand elsewhere on a page, so those around them are given where they are known. */
const FEW = 5;
const AROUND = 4;

/** Marks that a page may print otherwise than we do, as straight for curly; browsers compare them as they are. */
const MARKS = /[‘’‚‛′`´'“”„‟"«»‐‑‒–—―−…\u00A0]/;
const CUT = /\s*\[(?:\.\.\.|…)\]\s*/;

const listWords = (text: string) => text.split(/\s+/).filter(Boolean);

// A comma, an ampersand and a dash part the terms of a text fragment, and the last is what encodeURIComponent leaves alone.
const encode = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');

/** A run of words by its two ends, or whole where there is nothing between them. */
function toTerms(words: readonly string[], isOurs: boolean): string[] {
  const marked = (word: string) => isOurs && MARKS.test(word);
  const [first, last] = [words.findIndex(marked), words.findLastIndex(marked)];
  if (first < 0) {
    if (words.length <= LONGEST) return [words.join(' ')];
    return [words.slice(0, ENDS).join(' '), words.slice(-ENDS).join(' ')];
  }
  const [head, tail] = [words.slice(0, first).slice(0, ENDS), words.slice(last + 1).slice(-ENDS)];
  if (head.length > 1 && tail.length > 1) return [head.join(' '), tail.join(' ')];
  const [longer] = [head, tail].toSorted((a, b) => b.length - a.length);
  return [longer && longer.length > 2 ? longer.join(' ') : words.join(' ')];
}

interface Found {
  words: string[];
  before: string[];
  after: string[];
}

/** The words as a held paragraph has them, with those around them. */
function findIn(paragraphs: readonly string[], piece: string): Found | undefined {
  for (const paragraph of paragraphs) {
    const place = findWords(piece, prepareText(paragraph))[0];
    if (!place) continue;
    return {
      words: listWords(paragraph.slice(place.start, place.end)),
      before: listWords(paragraph.slice(0, place.start)).slice(-AROUND),
      after: listWords(paragraph.slice(place.end)).slice(0, AROUND),
    };
  }
  return undefined;
}

function toDirective(piece: string, paragraphs: readonly string[]): string {
  const found = findIn(paragraphs, piece);
  const words = found?.words ?? listWords(piece);
  const terms = toTerms(words, !found).map(encode);
  const around = found && words.length < FEW ? found : { before: [], after: [] };
  return [
    ...(around.before.length > 0 ? [`${encode(around.before.join(' '))}-`] : []),
    ...terms,
    ...(around.after.length > 0 ? [`-${encode(around.after.join(' '))}`] : []),
  ].join(',');
}

/**
 * The address of a page at the exact words of a quotation, as a text fragment: `#:~:text=shared%20failure`. Cuts part it into several.
 * `paragraphs` are those of the page’s text, where it is held: then its own marks are used, and a few words are told by those around them.
 */
export function toPassageUrl(page: string, quotation: string, paragraphs: readonly string[] = []): string {
  const directives = quotation
    .split(CUT)
    .filter(Boolean)
    .map((piece) => `text=${toDirective(piece, paragraphs)}`);
  return `${page}${page.includes('#') ? '' : '#'}:~:${directives.join('&')}`;
}
