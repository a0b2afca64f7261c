import { join } from 'node:path';
import { type CborCursor, openCbor } from '../../exports/cbor.ts';
import { openCborWriter } from './cbor-writer.ts';
import { readIndexFile } from './index-file.ts';

/** One shard as the words of all are joined: its files of words, and what its numbers are among all. */
export interface WordShard {
  folder: string;
  chunks: readonly string[];
  /** For each of its entries, its number among all. */
  numbers: readonly number[];
  /** For each of its fields of metadata, its number among all; nothing where none differs. */
  fields: readonly number[] | undefined;
}

/** The places of a word in one entry. `rest` is CBOR: two lists, of places in the text and in the metadata. */
interface Place {
  entry: number;
  rest: Uint8Array;
  size: number;
}

interface Word {
  word: Uint8Array;
  places: Place[];
  /** The places of each spelling with accents. */
  variants: Map<string, Place[]>;
}

/** A list of places in the metadata with other numbers of fields; a negative number names the field that follows. */
function renumberFields(bytes: Uint8Array, fields: readonly number[]): Uint8Array {
  const [cursor, writer] = [openCbor(bytes), openCborWriter()];
  const length = cursor.readList();
  writer.writeList(length);
  for (let left = length; left > 0; left--) {
    const number = cursor.readNumber();
    writer.writeNumber(number < 0 ? -1 - (fields[-1 - number] ?? 0) : number);
  }
  return writer.finish();
}

function skipNumbers(cursor: CborCursor): number {
  const length = cursor.readList();
  for (let left = length; left > 0; left--) cursor.skip();
  return length;
}

function readPlaces(bytes: Uint8Array, cursor: CborCursor, { numbers, fields }: WordShard): Place[] {
  let local = 0;
  return Array.from({ length: cursor.readList() }, (): Place => {
    cursor.readList();
    local += cursor.readNumber();
    const start = cursor.at;
    const inText = skipNumbers(cursor);
    const middle = cursor.at;
    const size = inText + skipNumbers(cursor) + 1;
    const rest = fields
      ? Buffer.concat([bytes.subarray(start, middle), renumberFields(bytes.subarray(middle, cursor.at), fields)])
      : bytes.subarray(start, cursor.at);
    return { entry: numbers[local] ?? 0, rest, size };
  });
}

/** The words of a shard in their order, one file after another. */
function* readWords(shard: WordShard): Generator<Word> {
  for (const chunk of shard.chunks) {
    const bytes = readIndexFile(join(shard.folder, 'index', `${chunk}.pf_index`));
    const cursor = openCbor(bytes);
    cursor.readList();
    for (let left = cursor.readList(); left > 0; left--) {
      cursor.readList();
      const word = cursor.readTextBytes();
      const places = readPlaces(bytes, cursor, shard);
      const variants = new Map<string, Place[]>();
      for (let forms = cursor.readList(); forms > 0; forms--) {
        cursor.readList();
        const form = cursor.readText();
        variants.set(form, readPlaces(bytes, cursor, shard));
      }
      yield { word, places, variants };
    }
  }
}

const byEntry = (places: Place[]): Place[] => places.sort((a, b) => a.entry - b.entry);

function joinWords(words: readonly Word[]): Word {
  const variants = new Map<string, Place[]>();
  for (const [form, places] of words.flatMap((word) => [...word.variants])) variants.set(form, [...(variants.get(form) ?? []), ...places]);
  return {
    word: words[0]?.word ?? new Uint8Array(),
    places: byEntry(words.flatMap(({ places }) => places)),
    variants: new Map(
      [...variants]
        .map(([form, places]) => [form, byEntry(places)] as const)
        .toSorted(([a, one], [b, other]) => (one[0]?.entry ?? 0) - (other[0]?.entry ?? 0) || (a < b ? -1 : 1)),
    ),
  };
}

/** Every word of all shards once, in the order of their letters as bytes, with its places in the order of the entries. */
export function* mergeWords(shards: readonly WordShard[]): Generator<Word> {
  const heads = shards.flatMap((shard) => {
    const words = readWords(shard);
    const { value } = words.next();
    return value ? [{ words, word: value }] : [];
  });
  while (heads.length > 0) {
    const least = heads.reduce(
      (first, { word }) => (Buffer.compare(word.word, first) < 0 ? word.word : first),
      heads[0]?.word.word ?? Buffer.of(),
    );
    const own = heads.filter(({ word }) => Buffer.compare(word.word, least) === 0);
    yield own.length === 1 && own[0] ? own[0].word : joinWords(own.map(({ word }) => word));
    for (const head of own) {
      const { value } = head.words.next();
      if (value) head.word = value;
      else heads.splice(heads.indexOf(head), 1);
    }
  }
}

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
  const close = (): WordFile => {
    const writer = openCborWriter();
    const writePlaces = (places: readonly Place[]) => {
      writer.writeList(places.length);
      let last = 0;
      for (const { entry, rest } of places) {
        writer.writeList(3);
        writer.writeNumber(entry - last);
        writer.writeBytes(rest);
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
