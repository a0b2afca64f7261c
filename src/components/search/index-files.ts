import { type CborCursor, openCbor } from '../../exports/cbor.ts';

/** What the index says of itself: everything by which its other files are found. */
export interface IndexMeta {
  /** Of each entry, how many words it has. */
  lengths: Uint32Array;
  /** The key of an entry's text, and the file that the text shares with others, or nothing. */
  locateText: (entry: number) => { key: string; group: string };
  averageLength: number;
  /** Files of words in the order of their words, each with what its first begins with. */
  chunks: readonly { from: string; file: string }[];
  filters: ReadonlyMap<string, string>;
  fields: readonly string[];
}

/** The places of a word in the entries that have it. */
interface IndexedWord {
  word: string;
  /** The entries, and where in `places` each one's begin; one more at the end. */
  entries: Uint32Array;
  starts: Uint32Array;
  /** Pairs of a weight and a place in the text. */
  places: Uint32Array;
  metaStarts: Uint32Array;
  /** Pairs of a field of the metadata and a place in it. */
  metaPlaces: Uint32Array;
}

/** A form of a word: as it is looked up, or with accents. */
export interface IndexedForm extends IndexedWord {
  form: string;
}

const SIGNATURE = 'pagefind_dcd';
const decoder = new TextDecoder();

const startsWithSignature = (bytes: Uint8Array) => decoder.decode(bytes.subarray(0, SIGNATURE.length)) === SIGNATURE;

/** The content of a file of an index, unpacked. Throws where it does not arrive whole. */
export async function loadFile(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`A part of the search index could not be loaded: ${address}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (startsWithSignature(bytes)) return bytes.subarray(SIGNATURE.length);
  const unpacked = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
  const content = new Uint8Array(await unpacked.arrayBuffer());
  if (!startsWithSignature(content)) throw new Error(`This is no file of a search index: ${address}`);
  return content.subarray(SIGNATURE.length);
}

function readRows<T>(cursor: CborCursor, read: (length: number) => T): T[] {
  return Array.from({ length: cursor.readList() }, () => read(cursor.readList()));
}

export function readMeta(bytes: Uint8Array): IndexMeta {
  const cursor = openCbor(bytes);
  cursor.readList();
  cursor.skip();
  const count = cursor.readList();
  // Hundreds of thousands of keys take longer to read than everything else here, and an answer needs two dozen.
  const [lengths, starts] = [new Uint32Array(count), new Uint32Array(count)];
  let total = 0;
  for (let entry = 0; entry < count; entry++) {
    starts[entry] = cursor.at;
    const length = cursor.readList();
    cursor.skip();
    total += lengths[entry] = cursor.readNumber();
    if (length > 2) cursor.skip();
  }
  const locateText = (entry: number) => {
    const row = openCbor(bytes.subarray(starts[entry]));
    const length = row.readList();
    const key = row.readText();
    row.skip();
    return { key, group: length > 2 ? row.readText() : '' };
  };
  const chunks = readRows(cursor, () => {
    const from = cursor.readText();
    cursor.skip();
    return { from, file: cursor.readText() };
  });
  const filters = new Map(readRows(cursor, () => [cursor.readText(), cursor.readText()] as const));
  cursor.skip();
  const fields = Array.from({ length: cursor.readList() }, () => cursor.readText());
  return { lengths, locateText, averageLength: count === 0 ? 0 : total / count, chunks, filters, fields };
}

// Words weigh so much where nothing else is said.
const USUAL_WEIGHT = 25;

/** Reads the places of one form; a negative number says the weight, or the field, of those that follow. */
function readForm(cursor: CborCursor, word: string, form: string): IndexedForm {
  const count = cursor.readList();
  const entries = new Uint32Array(count);
  const [starts, metaStarts] = [new Uint32Array(count + 1), new Uint32Array(count + 1)];
  const [places, metaPlaces]: [number[], number[]] = [[], []];
  const readPlaces = (into: number[], usual: number) => {
    let [kind, place] = [usual, 0];
    for (let left = cursor.readList(); left > 0; left--) {
      const number = cursor.readNumber();
      if (number < 0) [kind, place] = [-1 - number, 0];
      else into.push(kind, (place += number));
    }
  };
  let entry = 0;
  for (let at = 0; at < count; at++) {
    const length = cursor.readList();
    entries[at] = entry += cursor.readNumber();
    readPlaces(places, USUAL_WEIGHT);
    starts[at + 1] = places.length;
    if (length > 2) readPlaces(metaPlaces, 0);
    metaStarts[at + 1] = metaPlaces.length;
  }
  return { word, form, entries, starts, places: new Uint32Array(places), metaStarts, metaPlaces: new Uint32Array(metaPlaces) };
}

/** A word of a file of words, whose places are read when they are asked for. */
export interface FoundWord {
  word: string;
  readForms: () => readonly IndexedForm[];
}

/** Finds where the words of a file begin, and reads no places. */
export function listWords(bytes: Uint8Array): FoundWord[] {
  const cursor = openCbor(bytes);
  cursor.readList();
  return readRows(cursor, () => {
    const word = cursor.readText();
    const own = bytes.subarray(cursor.at);
    cursor.skip();
    cursor.skip();
    let forms: readonly IndexedForm[] | undefined;
    const read = () => {
      const inside = openCbor(own);
      const plain = readForm(inside, word, word);
      return [plain, ...readRows(inside, () => readForm(inside, word, inside.readText()))];
    };
    return { word, readForms: () => (forms ??= read()) };
  });
}

/** The entries of each value of a filter. */
export function readFilter(bytes: Uint8Array): Map<string, Uint32Array> {
  const cursor = openCbor(bytes);
  cursor.readList();
  cursor.skip();
  return new Map(
    readRows(cursor, () => {
      const value = cursor.readText();
      const entries = new Uint32Array(cursor.readList());
      for (let at = 0; at < entries.length; at++) entries[at] = cursor.readNumber();
      return [value, entries] as const;
    }),
  );
}
