import type { Root } from 'hast';
import { type PdfLine, toPdfBlocks } from './pdf-blocks.ts';
import { Refusal } from './refusal.ts';

const MOST_PAGES = 400;
const FEWEST_CHARACTERS = 200;

interface TextItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

/** Joins the pieces of a page to lines, by where they stand. */
function toLines(items: readonly TextItem[], page: number, pageHeight: number): PdfLine[] {
  const lines: PdfLine[] = [];
  let end = 0;
  for (const { str, transform, width, height } of items) {
    const [, , , scale = 0, x = 0, y = 0] = transform;
    const size = Math.abs(scale) || height;
    if (str.trim() === '' && width === 0) continue;
    const line = lines.at(-1);
    if (!line || Math.abs(line.y - y) > Math.max(size, line.size) * 0.4) {
      if (str.trim() !== '') lines.push({ text: str, x, y, end: x + width, size, page, pageHeight });
    } else {
      const gap = x - end > size * 0.15 && !/\s$/.test(line.text) && !/^\s/.test(str);
      line.text += gap ? ` ${str}` : str;
      line.end = x + width;
      line.size = Math.max(line.size, size);
    }
    end = x + width;
  }
  return lines;
}

/** Reads the text of a PDF as a page with headings, numbered paragraphs and lists. */
export async function readPdf(bytes: Uint8Array): Promise<Root> {
  const { getDocumentProxy } = await import('unpdf');
  let document: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new Refusal(
      locked ? 'The PDF is locked with a password. Save a copy without one.' : 'It cannot be read as a PDF. Download it again.',
    );
  }
  try {
    if (document.numPages > MOST_PAGES) throw new Refusal(`The PDF has ${document.numPages} pages, and at most ${MOST_PAGES} are read.`);
    const lines: PdfLine[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      lines.push(
        ...toLines(
          items.flatMap((item) => ('str' in item ? [item] : [])),
          number,
          page.getViewport({ scale: 1 }).height,
        ),
      );
      page.cleanup();
    }
    if (lines.reduce((length, { text }) => length + text.length, 0) < FEWEST_CHARACTERS)
      throw new Refusal('The PDF holds hardly any text. It may be a scan; look for another copy.');
    return toPdfBlocks(lines);
  } finally {
    await document.loadingTask.destroy();
  }
}
