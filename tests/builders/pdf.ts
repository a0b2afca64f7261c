/** A printed line of a PDF: where it begins, in points from the lower left, and how large its letters are. */
export interface PdfText {
  text: string;
  x?: number;
  y: number;
  size?: number;
}

// The characters that WinAnsi puts where Unicode has none, as far as the tests use them.
const WIN_ANSI: Record<string, number> = { '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96, '—': 0x97, '…': 0x85 };

const encode = (text: string) =>
  [...text]
    .map((character) => {
      const code = WIN_ANSI[character] ?? character.codePointAt(0) ?? 0x3f;
      return code < 0x80 && !'()\\'.includes(character) ? character : `\\${code.toString(8).padStart(3, '0')}`;
    })
    .join('');

const writeLine = ({ text, x = 72, y, size = 11 }: PdfText) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${encode(text)}) Tj ET`;

/** The bytes of a PDF with these pages of lines. */
export function makePdf(pages: readonly (readonly PdfText[])[]): Buffer {
  const objects: string[] = [];
  const kids = pages.map((_page, index) => `${4 + index * 2} 0 R`).join(' ');
  objects.push(
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  );
  for (const [index, page] of pages.entries()) {
    const stream = page.map(writeLine).join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
  }
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
