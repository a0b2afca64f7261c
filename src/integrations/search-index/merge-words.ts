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

/** The places of a word in one entry: a stretch of CBOR, two lists, of places in the text and in the metadata. */
export interface Place {
  entry: number;
  bytes: Buffer;
  start: number;
  end: number;
  size: number;
}

/** A word with its places in the entries that have it. */
export interface Word {
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

function readPlaces(bytes: Buffer, cursor: CborCursor, { numbers, fields }: WordShard): Place[] {
  let local = 0;
  return Array.from({ length: cursor.readList() }, (): Place => {
    cursor.readList();
    local += cursor.readNumber();
    const start = cursor.at;
    const inText = skipNumbers(cursor);
    const middle = cursor.at;
    const size = inText + skipNumbers(cursor) + 1;
    const entry = numbers[local] ?? 0;
    if (!fields) return { entry, bytes, start, end: cursor.at, size };
    const renumbered = Buffer.concat([bytes.subarray(start, middle), renumberFields(bytes.subarray(middle, cursor.at), fields)]);
    return { entry, bytes: renumbered, start: 0, end: renumbered.length, size };
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
