import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { importFile, type FileResult, openImporter } from '../../scripts/import/import-file.ts';
import { compileFolder, type CompiledFolder } from '../../src/compile/folder.ts';
import type { CompiledRecord } from '../../src/compile/record.ts';
import { makeFolder } from './files.ts';

export const FIXTURES = join(import.meta.dirname, '../import/fixtures');

export const fixture = (name: string) => join(FIXTURES, 'pages', name);

const SETTINGS = JSON.stringify({
  title: 'A made-up archive',
  subject: 'Nothing real.',
  publisher: null,
  contact: null,
  wordsLicence: null,
  asOf: '2026-01-01',
});

/** A content folder with nothing in it but what these files add. */
export const makeContent = (files: Record<string, string> = {}): string =>
  makeFolder({ 'archive.json': SETTINGS, 'sources.json': '[]\n', 'checks.jsonl': '', ...files });

interface Wishes {
  numbersChecked?: boolean;
  licence?: string | null;
  source?: string;
  today?: string;
}

/** Brings files into a content folder, one after the other, as one run of the command does. */
export async function bringIn(
  content: string,
  paths: readonly string[],
  { numbersChecked = false, licence = null, source, today = '2026-11-22' }: Wishes = {},
): Promise<FileResult[]> {
  const importer = openImporter({ content, numbersChecked, licence, source, today });
  const results: FileResult[] = [];
  for (const path of paths) results.push(await importFile(importer, path, relative(FIXTURES, path)));
  importer.sources.flush();
  return results;
}

/** Brings in one page that a test has written out. */
export async function bringInPage(content: string, html: string | Uint8Array, wishes: Wishes = {}): Promise<FileResult> {
  const folder = makeFolder({ page: html });
  const [result] = await bringIn(content, [join(folder, 'page')], wishes);
  if (!result) throw new Error('Nothing was brought in');
  return result;
}

export const compileContent = (content: string): CompiledFolder => compileFolder(content, 'content');

/** The text of a decision that a folder holds; `name` is that of its file. */
export function readText(content: string, decision: string, name = 'text.mdx'): CompiledRecord<'text'> {
  const record = compileContent(content).records.find(
    (one): one is CompiledRecord<'text'> => one.kind === 'text' && one.file === `content/decisions/${decision}/${name}`,
  );
  if (!record) throw new Error(`There is no ${decision}/${name}`);
  return record;
}

/** Each heading and paragraph of a text, in order. */
export const linesOf = (record: CompiledRecord<'text'>): string[] =>
  (record.blocks ?? []).flatMap(({ heading, passages }) => [...(heading ? [heading.text] : []), ...passages.map(({ text }) => text)]);

/** Every file under a folder with its bytes, by its path. */
export function readTree(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [relative(root, path), readFileSync(path).toString('latin1')]),
  );
}

export const readFile = (content: string, path: string) => readFileSync(join(content, path), 'utf8');

/** A decision page as it is published, with these sections. */
export function writePage(
  sections: string,
  { ref = '25 003 001', body = 'Ferrymead Council', labels = true }: { ref?: string; body?: string; labels?: boolean } = {},
): string {
  const lines =
    '<p><strong>Category : </strong>Transport &gt; Ferries</p><p><strong>Decision : </strong>Upheld</p><p><strong>Decision date : </strong>09 Jun 2025</p>';
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>x</title></head><body><main><h1>${body} (${ref})</h1>${labels ? lines : ''}<h2>The Ombudsman's final decision:</h2><p><strong>Summary:</strong> Mr J complained about a ferry.</p>${sections}</main></body></html>`;
}
