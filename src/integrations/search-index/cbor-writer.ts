/** Writes CBOR as Pagefind does: every number and length in as few bytes as it needs. */
export interface CborWriter {
  readonly length: number;
  writeNumber: (value: number) => void;
  /** Begins a list of so many items. */
  writeList: (length: number) => void;
  writeText: (text: string) => void;
  /** Items that are CBOR already: a stretch of these bytes. */
  writeBytes: (bytes: Buffer, start: number, end: number) => void;
  /** What was written, as bytes of its own; what is written next begins anew. */
  finish: () => Uint8Array;
}

const [POSITIVE, NEGATIVE, TEXT, LIST] = [0, 1 << 5, 3 << 5, 4 << 5] as const;

export function openCborWriter(): CborWriter {
  let bytes = Buffer.allocUnsafe(1 << 12);
  let at = 0;

  function reserve(more: number): void {
    if (at + more <= bytes.length) return;
    bytes = Buffer.concat([bytes], Math.max(bytes.length * 2, at + more));
  }

  function writeHead(kind: number, value: number): void {
    reserve(9);
    if (value < 24) {
      bytes[at++] = kind | value;
      return;
    }
    const power = value < 0x100 ? 0 : value < 0x10000 ? 1 : 2;
    if (value > 0xffffffff) throw new Error(`${value} is too large for a search index`);
    bytes[at++] = kind | (24 + power);
    for (let shift = (1 << power) * 8 - 8; shift >= 0; shift -= 8) bytes[at++] = (value >>> shift) & 0xff;
  }

  function writeBytes(from: Buffer, start: number, end: number): void {
    reserve(end - start);
    at += from.copy(bytes, at, start, end);
  }

  return {
    get length() {
      return at;
    },
    writeNumber: (value) => (value < 0 ? writeHead(NEGATIVE, -1 - value) : writeHead(POSITIVE, value)),
    writeList: (length) => writeHead(LIST, length),
    writeText(text) {
      const encoded = Buffer.from(text);
      writeHead(TEXT, encoded.length);
      writeBytes(encoded, 0, encoded.length);
    },
    writeBytes,
    finish() {
      const written = new Uint8Array(bytes.subarray(0, at));
      at = 0;
      return written;
    },
  };
}
