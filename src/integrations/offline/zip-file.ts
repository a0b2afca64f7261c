import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';

/** A file as it stands in a ZIP file. */
export interface PackedFile {
  method: typeof STORED | typeof DEFLATED;
  crc: number;
  /** Bytes of the file. */
  size: number;
  packed: Uint8Array;
}

/** A ZIP file that is being written. */
export interface ZipFile {
  /** Adds a file, whose bytes are copied; gives where its packed bytes begin. */
  add: (name: string, file: PackedFile) => number;
  /** Ends the file; its size in bytes. */
  close: () => number;
}

/** What is gathered before it goes to the disk, in bytes: in one buffer, since a new one each time would be much garbage. */
const BUFFER = 1_000_000;
const MOST_16 = 0xffff;
const MOST_32 = 0xffff_ffff;
/**
 * The level of packing, and from which size on another: what grows with the archive, as its whole in one file does, changes with every edit,
 * and is packed in half the time for an eighth more bytes.
 */
const LEVEL = 6;
const LARGE = { bytes: 4_000_000, level: 1 } as const;
/** What is packed already. */
const PACKED = /\.(?:png|jpe?g|webp|avif|woff2?|gz|br|zst|zip)$/;
/** Every name is UTF-8. */
const FLAGS = 0x0800;
const STORED = 0;
const DEFLATED = 8;
/** Version 4.5 of the format, which has files beyond 4 GB and 65,535 entries; made on Unix, so that the mode is read. */
const VERSION = 45;
const MADE_BY = (3 << 8) | VERSION;
const MODE = 0o100644;

/** The fields of a ZIP record, little-endian: each value with its number of bytes. */
function pack(...fields: readonly (readonly [value: number, bytes: 2 | 4 | 8])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((total, [, bytes]) => total + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) {
    if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value), at);
    else buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
}

/** A day as ZIP has it, at midnight; without a time zone, as everything in it. `day` is `2026-11-22`, or a year or a month. */
function packDay(day: string): number {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return ((year - 1980) << 9) | (month << 5) | date;
}

/** Packs one file. The packing is fflate's, since zlib's differs with its version and the processor. */
export function packFile(name: string, bytes: Uint8Array): PackedFile {
  const deflated = PACKED.test(name) ? bytes : deflateSync(bytes, { level: bytes.length > LARGE.bytes ? LARGE.level : LEVEL });
  const [method, packed] = deflated.length < bytes.length ? ([DEFLATED, deflated] as const) : ([STORED, bytes] as const);
  return { method, crc: crc32(bytes), size: bytes.length, packed };
}

/**
 * Begins a ZIP file, in which every entry has the same day and mode, so that equal files give equal bytes anywhere. Each entry goes
 * to the disk when it is added: what is kept in memory is a few entries, and for each one before them the line of the directory.
 */
export function openZip(path: string, day: string): ZipFile {
  const file = openSync(path, 'w');
  // As text, one letter a byte: many small buffers would each keep the whole block of memory that Node cut them from.
  const directory: string[] = [];
  const packedDay = packDay(day);
  let size = 0;
  const waiting = Buffer.allocUnsafe(BUFFER);
  let waitingBytes = 0;
  const writeOut = (bytes: Uint8Array, end: number) => {
    for (let at = 0; at < end;) at += writeSync(file, bytes, at, end - at);
  };
  const flush = () => {
    writeOut(waiting, waitingBytes);
    waitingBytes = 0;
  };
  const write = (bytes: Uint8Array) => {
    size += bytes.length;
    if (waitingBytes + bytes.length > BUFFER) flush();
    if (bytes.length > BUFFER) return writeOut(bytes, bytes.length);
    waiting.set(bytes, waitingBytes);
    waitingBytes += bytes.length;
  };
  return {
    add(name, { method, crc, size: bytes, packed }) {
      if (bytes > MOST_32) throw new Error(`${name} is larger than 4 GB, which the offline edition cannot hold`);
      const encoded = Buffer.from(name);
      const shared = pack([FLAGS, 2], [method, 2], [0, 2], [packedDay, 2], [crc, 4], [packed.length, 4], [bytes, 4], [encoded.length, 2]);
      const isFar = size > MOST_32;
      const extra = isFar ? pack([1, 2], [8, 2], [size, 8]) : Buffer.alloc(0);
      directory.push(
        Buffer.concat([
          pack([0x0201_4b50, 4], [MADE_BY, 2], [VERSION, 2]),
          shared,
          pack([extra.length, 2], [0, 2], [0, 2], [0, 2], [MODE * 2 ** 16, 4], [isFar ? MOST_32 : size, 4]),
          encoded,
          extra,
        ]).toString('latin1'),
      );
      write(Buffer.concat([pack([0x0403_4b50, 4], [VERSION, 2]), shared, pack([0, 2]), encoded]));
      write(packed);
      return size - packed.length;
    },
    close() {
      const start = size;
      const count = directory.length;
      for (const line of directory) write(Buffer.from(line, 'latin1'));
      const length = size - start;
      if (count > MOST_16 || start > MOST_32 || length > MOST_32) {
        const end = size;
        write(pack([0x0606_4b50, 4], [44, 8], [MADE_BY, 2], [VERSION, 2], [0, 4], [0, 4], [count, 8], [count, 8], [length, 8], [start, 8]));
        write(pack([0x0706_4b50, 4], [0, 4], [end, 8], [1, 4]));
      }
      const few = Math.min(count, MOST_16);
      write(
        pack([0x0605_4b50, 4], [0, 2], [0, 2], [few, 2], [few, 2], [Math.min(length, MOST_32), 4], [Math.min(start, MOST_32), 4], [0, 2]),
      );
      flush();
      closeSync(file);
      return size;
    },
  };
}
