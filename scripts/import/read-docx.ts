import type { Root } from 'hast';
import { readHtml } from './read-html.ts';
import { Refusal } from './refusal.ts';
import { checkZip } from './zip-limits.ts';

const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh", "p[style-name='Section Heading'] => h2:fresh"];

/** Reads a Word file as a page. Pictures are left out; nothing outside the file is fetched. */
export async function readDocx(bytes: Uint8Array): Promise<Root> {
  checkZip(bytes);
  // Most imports meet no Word file, and loading its reader takes as long as reading a page.
  const { default: mammoth } = await import('mammoth');
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { styleMap: STYLES, convertImage, externalFileAccess: false },
    );
    return readHtml(value);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      `It cannot be read as a DOCX (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'no reason given'}). Save it again.`,
    );
  }
}
