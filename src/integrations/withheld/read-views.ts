import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { decodeHtml } from '../../exports/escape.ts';

const startsWith = (bytes: Buffer, ...first: number[]) => first.every((byte, index) => bytes[index] === byte);

/** What unpacks, or nothing where the bytes are not what they seem. */
function attempt(unpack: () => Buffer): Buffer[] {
  try {
    return [unpack()];
  } catch {
    return [];
  }
}

/** The files in a ZIP, unpacked, and their names. */
function readZip(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1')) {
    const [method, packed, nameLength, header] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ];
    parts.push(bytes.subarray(at + 46, at + 46 + nameLength));
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const data = bytes.subarray(start, start + packed);
    parts.push(...(method === 0 ? [data] : attempt(() => inflateRawSync(data))));
  }
  return parts;
}

/** The texts in a PNG beside its pixels. */
function readPng(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const data = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (/^[tz]EXt$|^zTXt$|^iTXt$|^eXIf$/.test(type)) {
      parts.push(data);
      const end = data.indexOf(0);
      for (const skip of [2, 5]) parts.push(...attempt(() => inflateSync(data.subarray(end + skip))));
    }
  }
  return parts;
}

/** What lies packed in bytes, however deep: gzip, Brotli by its name, ZIP, PNG. */
function unpack(bytes: Buffer, name: string): Buffer[] {
  const inner = startsWith(bytes, 0x1f, 0x8b)
    ? attempt(() => gunzipSync(bytes))
    : startsWith(bytes, 0x50, 0x4b)
      ? readZip(bytes)
      : startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)
        ? readPng(bytes)
        : name.endsWith('.br')
          ? attempt(() => brotliDecompressSync(bytes))
          : [];
  return [bytes, ...inner.flatMap((part) => unpack(part, ''))];
}

const decodeEscapes = (text: string) =>
  text
    .replace(/\\u([0-9a-f]{4})/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[ntr]/g, ' ')
    .replace(/(?:%[0-9a-f]{2})+/gi, (whole) => Buffer.from(whole.replaceAll('%', ''), 'hex').toString('utf8'));

/** Every way in which a file can be read as text: as it is, unpacked, with what is escaped in it, and without its tags. */
export function readViews(bytes: Buffer, name: string): string[] {
  return unpack(bytes, name).flatMap((part) => {
    const text = part.toString('utf8');
    const decoded = decodeHtml(decodeEscapes(text));
    return [text, decoded, decodeHtml(decodeEscapes(text.replace(/<[^>]*>/g, '')))];
  });
}
