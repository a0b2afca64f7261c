import { inflateRawSync } from 'node:zlib';
import { Refusal } from './refusal.ts';

const MOST_ENTRIES = 2_000;
const MOST_UNPACKED = 60_000_000;
const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const SHORTEST_END = 22;
const LONGEST_COMMENT = 65_535;

interface ZipEntry {
  name: string;
  method: number;
  packed: number;
  offset: number;
}

const broken = () => new Refusal('Its ZIP folder is broken, so it cannot be read as a DOCX. Save it again.');

function findEnd(zip: Buffer): number {
  for (let at = zip.length - SHORTEST_END; at >= Math.max(0, zip.length - SHORTEST_END - LONGEST_COMMENT); at -= 1) {
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw broken();
}

function listEntries(zip: Buffer): ZipEntry[] {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new Refusal(`It holds ${count} files, which no decision does.`);
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw broken();
    const [nameLength, extraLength, commentLength] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    entries.push({ name, method: zip.readUInt16LE(at + 10), packed: zip.readUInt32LE(at + 20), offset: zip.readUInt32LE(at + 42) });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** Unpacks one file of a ZIP for real, however small it says it is, and stops at the limit. */
function unpack(zip: Buffer, { method, packed, offset }: ZipEntry, most: number): Buffer {
  if (zip.readUInt32LE(offset) !== LOCAL) throw broken();
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const data = zip.subarray(start, start + packed);
  return method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, most) });
}

/**
 * Refuses a DOCX that would unpack to more than it may, or whose XML declares entities. Sizes that the file gives of
 * itself are not believed.
 */
export function checkZip(bytes: Uint8Array): void {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MOST_UNPACKED;
  try {
    const entries = listEntries(zip);
    if (!entries.some(({ name }) => name === 'word/document.xml'))
      throw new Refusal('It is a ZIP file and no DOCX: word/document.xml is missing.');
    for (const entry of entries) {
      if (entry.method !== 0 && entry.method !== 8) throw broken();
      const data = unpack(zip, entry, left);
      left -= data.length;
      if (/\.(?:xml|rels)$/.test(entry.name) && /<!(?:DOCTYPE|ENTITY)/i.test(data.subarray(0, 4_096).toString('latin1')))
        throw new Refusal(`Its part ${entry.name} declares entities, which no Word file does.`);
    }
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      throw new Refusal(`It unpacks to more than ${MOST_UNPACKED} bytes, which no decision does. It may be a ZIP bomb.`);
    if (error instanceof RangeError || (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw broken();
    throw error;
  }
}
