import { openCborWriter } from './cbor-writer.ts';
import type { Place, Word } from './merge-words.ts';

/** Words that share a file, ready to be written: the first and the last of them, and its content. */
export interface WordFile {
  first: string;
  last: string;
  content: Uint8Array;
}

const decoder = new TextDecoder();

/** One word in so many may end a file before it is full. */
const ENDINGS = 64;

/** Whether a word may end a file: it says so itself, so that a change of one file leaves the bounds of the later ones where they were. */
function isEnding(word: Uint8Array): boolean {
  let hash = 7;
  for (const byte of word) hash = (hash * 31 + byte) & 0xffff;
  return hash % ENDINGS === 0;
}

/** Divides words into files that hold at most so many places each, or one word that has more, and mostly more than half of that. */
export function* divideWords(words: Iterable<Word>, most: number): Generator<WordFile> {
  let open: Word[] = [];
  let size = 0;
  const writer = openCborWriter();
  const close = (): WordFile => {
    const writePlaces = (places: readonly Place[]) => {
      writer.writeList(places.length);
      let last = 0;
      for (const { entry, bytes, start, end } of places) {
        writer.writeList(3);
        writer.writeNumber(entry - last);
        writer.writeBytes(bytes, start, end);
        last = entry;
      }
    };
    writer.writeList(1);
    writer.writeList(open.length);
    for (const { word, places, variants } of open) {
      writer.writeList(3);
      writer.writeText(decoder.decode(word));
      writePlaces(places);
      writer.writeList(variants.size);
      for (const [form, own] of variants) {
        writer.writeList(2);
        writer.writeText(form);
        writePlaces(own);
      }
    }
    const file = { first: decoder.decode(open[0]?.word), last: decoder.decode(open.at(-1)?.word), content: writer.finish() };
    [open, size] = [[], 0];
    return file;
  };
  for (const word of words) {
    open.push(word);
    size += word.places.reduce((sum, place) => sum + place.size, 0);
    if (size >= most || (size >= most / 2 && isEnding(word.word))) yield close();
  }
  if (open.length > 0) yield close();
}
