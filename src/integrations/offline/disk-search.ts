import { readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { build } from 'esbuild';

const ENTRY = 'pagefind-entry.json';
const MODULE = 'pagefind.js';
/** Versions whose files were read, and whose search was compared with that of the served site. */
const KNOWN = ['1.6.0'];
const INDEX_FILE = /\.(?:pf_meta|pf_index|pf_fragment|pf_filter)$|(?:^|\/)(?:wasm\.[a-z-]+\.pagefind|pagefind-entry\.json)$/;
/** What the search gets by `fetch`, and where it looks for itself: so many times in a version that is known. */
const SHAPE = [
  ['fetch(', 2],
  ['import.meta', 4],
  ['import(', 0],
] as const;

export const isModule = (file: string): boolean => posix.basename(file) === MODULE;

/** The folders of a site that hold a search index, from its root, each with a slash at its end. */
export const listIndexFolders = (files: readonly string[]): string[] =>
  files.filter((file) => posix.basename(file) === ENTRY).map((file) => file.slice(0, -ENTRY.length));

/** A file of the index as the script that hands over its bytes. */
export const toHandingScript = (bytes: Uint8Array): string => `upheldFile("${Buffer.from(bytes).toString('base64')}")\n`;

const unknown = (what: string) =>
  new Error(
    `The offline edition knows the search of Pagefind ${KNOWN.join(', ')}, and ${what}. Read src/integrations/offline/disk-search.ts against the new version, or install the old one`,
  );

/** Fails where an index is not as the offline edition knows it. `files` are those of its folder. */
export function checkIndex(site: string, folder: string, files: readonly string[]): void {
  const entry: unknown = JSON.parse(readFileSync(join(site, folder, ENTRY), 'utf8'));
  const version = String(entry instanceof Object && 'version' in entry ? entry.version : 'none');
  if (!KNOWN.includes(version)) throw unknown(`${folder} is of version ${version}`);
  const stray = files.find((file) => !isModule(file) && !INDEX_FILE.test(file));
  if (stray !== undefined) throw unknown(`${stray} is no file of theirs`);
}

/** Fails where Pagefind's module is not as the offline edition knows it. */
export function checkModule(source: string): void {
  const version = /pagefind_version="([^"]*)"/.exec(source)?.[1] ?? 'without a number';
  if (!KNOWN.includes(version)) throw unknown(`this is ${version}`);
  for (const [part, times] of SHAPE) {
    const found = source.split(part).length - 1;
    if (found !== times) throw unknown(`this one has “${part}” ${found} times instead of ${times}`);
  }
  if (!/export\s*\{[^}]*\bcreateInstance\b/.test(source)) throw unknown('this one exports no createInstance');
}

/** Pagefind as a script that a browser runs from a disk: `upheldPagefind` is what the module exports. */
export async function toClassicSearch(path: string): Promise<string> {
  checkModule(readFileSync(path, 'utf8'));
  const { outputFiles } = await build({
    stdin: {
      contents: `import './answer-from-disk.ts';\nexport * from ${JSON.stringify(path)};`,
      resolveDir: resolve('src/integrations/offline'),
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'upheldPagefind',
    banner: { js: 'var upheldAddress = document.currentScript.src;' },
    define: { 'import.meta.url': 'upheldAddress' },
    charset: 'utf8',
    // Names of files would stand in it otherwise, those of the machine among them.
    minify: true,
  });
  return outputFiles[0]?.text ?? '';
}
