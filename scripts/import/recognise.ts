import { decodeUtf8, readGoodStart } from '../../src/compile/utf8.ts';
import { Refusal } from './refusal.ts';

/** A saved file as it was recognised by its first bytes, whatever its name. */
export type SavedFile = { type: 'html' | 'txt'; text: string } | { type: 'pdf' | 'docx'; bytes: Uint8Array };

export const MOST_BYTES = 20_000_000;
const MOST_HTML = 5_000_000;

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, index) => bytes[index] === byte);

const DECLARED = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i;
// UTF-8 that was once read as windows-1252 and written again: "â€™" for an apostrophe, "Ã©" for é, "Â£" for £.
const GARBLED = /â€[™œ˜¦“”\u009D]|Ã[\u0080-\u00BF]|Â[\u00A0£§·]/;

function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) throw new Refusal('It is written in UTF-16. Save it again as UTF-8.');
  const [, inMeta, inXml] = DECLARED.exec(Buffer.from(bytes.subarray(0, 4_096)).toString('latin1')) ?? [];
  const declared = (inMeta ?? inXml ?? 'utf-8').toLowerCase();
  const plain = bytes.every((byte) => byte < 0x80);
  if (!plain && !['utf-8', 'utf8'].includes(declared))
    throw new Refusal(`It says that it is written in ${declared}, so its characters cannot be trusted. Save it again as UTF-8.`);
  try {
    return decodeUtf8(bytes).replace(/^\uFEFF/, '');
  } catch {
    throw new Refusal(`Byte ${Buffer.byteLength(readGoodStart(bytes))} is not UTF-8 text. Save it again as UTF-8.`);
  }
}

function checkCharacters(text: string): void {
  const lost = text.indexOf('\uFFFD');
  if (lost >= 0)
    throw new Refusal(
      `Characters were lost when it was saved: U+FFFD stands after "${text
        .slice(Math.max(0, lost - 20), lost)
        .replace(/\s+/g, ' ')
        .trim()}". Save it again from the web.`,
    );
  const garbled = GARBLED.exec(text)?.[0];
  if (garbled)
    throw new Refusal(`It was once read in a wrong encoding: "${garbled}" stands where one character should. Save it again from the web.`);
}

/** Says what a saved file is, and refuses what cannot be read as text, a page, PDF or DOCX. */
export function recogniseFile(bytes: Uint8Array): SavedFile {
  if (bytes.length === 0) throw new Refusal('It is empty. Save the page again.');
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return { type: 'pdf', bytes };
  if (startsWith(bytes, 0x50, 0x4b)) return { type: 'docx', bytes };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Refusal('It is an old Word file. Save it as .docx.');
  if (bytes.length > MOST_HTML)
    throw new Refusal(`It has ${bytes.length} bytes, and a page has at most ${MOST_HTML}. It is not a decision page.`);
  const text = decodeText(bytes);
  if (text.includes('\u0000')) throw new Refusal('It is not text. Save the page as "HTML only", or take the PDF or DOCX.');
  checkCharacters(text);
  if (/^(?:From|MIME-Version|Content-Type):.*multipart\/related/ims.test(text.slice(0, 2_000)))
    throw new Refusal('It is a web archive (MHTML). Save the page as "HTML only".');
  return { type: /<(?:!doctype html|html|body|div|h1|p)\b/i.test(text.slice(0, 20_000)) ? 'html' : 'txt', text };
}
