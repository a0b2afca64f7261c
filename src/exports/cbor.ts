/**
 * A place in CBOR (RFC 8949), of which Pagefind's files use four kinds of item: whole numbers, texts and lists of known length.
 * Every method reads one item and goes on to the next; what is none of these kinds throws.
 */
export interface CborCursor {
  /** Where the next item begins. */
  readonly at: number;
  readNumber: () => number;
  /** The length of a list, whose items follow. */
  readList: () => number;
  readText: () => string;
  /** The bytes of a text, in place. */
  readTextBytes: () => Uint8Array;
  skip: () => void;
}

const [POSITIVE, NEGATIVE, TEXT, LIST] = [0, 1, 3, 4];
const decoder = new TextDecoder();
/** Up to here a text is put together letter by letter: calling a decoder costs more than the letters of a word do. */
const SHORT = 32;

function decodeText(bytes: Uint8Array): string {
  if (bytes.length > SHORT) return decoder.decode(bytes);
  let text = '';
  for (const byte of bytes) {
    if (byte > 0x7f) return decoder.decode(bytes);
    text += String.fromCharCode(byte);
  }
  return text;
}

export function openCbor(bytes: Uint8Array): CborCursor {
  let at = 0;
  let major = 0;

  /** Reads the head of an item: its kind is left in `major`, its number or length returned. */
  function readHead(): number {
    const head = bytes[at++] ?? 0xff;
    major = head >> 5;
    const short = head & 31;
    if (short < 24) return short;
    if (short > 26 && short !== 27) throw new Error(`Byte ${at - 1} begins no item of a search index`);
    let value = 0;
    for (const end = at + (1 << (short - 24)); at < end; at++) value = value * 256 + (bytes[at] ?? 0);
    return value;
  }

  function readLength(kind: number): number {
    const length = readHead();
    if (major !== kind) throw new Error(`Byte ${at - 1} has an item of another kind than a search index has there`);
    return length;
  }

  const cursor: CborCursor = {
    get at() {
      return at;
    },
    readNumber() {
      const value = readHead();
      if (major !== POSITIVE && major !== NEGATIVE) throw new Error(`Byte ${at - 1} has no number`);
      return major === POSITIVE ? value : -1 - value;
    },
    readList: () => readLength(LIST ?? 4),
    readTextBytes() {
      const length = readLength(TEXT ?? 3);
      at += length;
      return bytes.subarray(at - length, at);
    },
    readText: () => decodeText(cursor.readTextBytes()),
    skip() {
      for (let left = 1; left > 0; left--) {
        const value = readHead();
        if (major === TEXT) at += value;
        else if (major === LIST) left += value;
        else if (major > 1) throw new Error(`Byte ${at - 1} begins no item of a search index`);
      }
    },
  };
  return cursor;
}
