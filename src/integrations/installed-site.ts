import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildSync } from 'esbuild';
import { openFileDigests } from '../build/file-digests.ts';
import { replaceFile } from '../build/outputs.ts';
import { listFiles } from '../compile/list-files.ts';
import { formatDate } from '../graph/date-text.ts';
import { getArchive } from '../graph/shared-archive.ts';
import { type EditionManifest, type FileSum, listOf, MANIFEST, toListPath } from '../worker/edition.ts';

/** The most that a device is given without being asked. Above `files` or `bytes` it is the shell, and the search up to `searchBytes`. */
interface HoldingLimits {
  files: number;
  bytes: number;
  searchBytes: number;
}

interface InstalledSite {
  /** The day up to which the record was brought, as written. */
  asOf: string;
  /** Every address whose words were withdrawn. */
  withdrawn: readonly string[];
  limits?: HoldingLimits;
  /** False where there must be no worker: what is written in its place removes those that are there. */
  worker?: boolean;
}

const LIMITS: HoldingLimits = { files: 3_000, bytes: 20_000_000, searchBytes: 20_000_000 };
const WORKER = 'worker.js';
const RECALL = 'offline/recall.js';
const SEARCH_PAGE = 'search/index.html';
const FILES_A_LIST = 250;

// What no reader opens: files for hosts and other sites, downloads that are copies of the rest, precompressed siblings, our own.
const LEFT_OUT =
  /^(?:_|\.well-known\/|cards\/|downloads\/|sitemap|robots\.txt$|404\.html$|SHA256SUMS|bill-of-materials|worker\.js$|offline\/(?!index\.html$))|\.(?:gz|br|zst)$/;
// The pages that lead to all others lie one folder deep.
const SHELL = /^(?:[^/]+\/)?$|^assets\/|^icons\/|^[^/]+\.(?:svg|ico|png|webmanifest)$/;
const SEARCH = /^pagefind\//;
const SEARCH_CHUNK = /\/(?:fragment|index)\//;
const OWN_LIST = /^files-\d+\.json$/;

const DIGEST_LENGTH = 32;
const toDigest = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex').slice(0, DIGEST_LENGTH);
const toSum = (bytes: Buffer): FileSum => [toDigest(bytes), bytes.length];
const toPath = (file: string) => file.replace(/(^|\/)index\.html$/, '$1');

type SummedFile = readonly [path: string, sum: FileSum];
const sumBytes = (files: readonly SummedFile[]) => files.reduce((sum, [, [, bytes]]) => sum + bytes, 0);

/** The sums of what readers open, below one folder of the site or everywhere. */
function readSums(folder: string, below = ''): SummedFile[] {
  const digestFile = openFileDigests(folder);
  return listFiles(join(folder, below))
    .map((file) => (below === '' ? file : `${below}/${file}`))
    .filter((file) => !LEFT_OUT.test(file))
    .toSorted()
    .map((file) => {
      const { sha256, bytes } = digestFile(file);
      return [toPath(file), [sha256.slice(0, DIGEST_LENGTH), bytes]] as const;
    });
}

/** Writes the digest of the index into the search page, so that the page itself says which index it searches. */
function markSearchPage(folder: string, index: string): void {
  const file = join(folder, SEARCH_PAGE);
  const html = readFileSync(file, 'utf8');
  const marked = html.replace(/<record-search(?: data-index="[^"]*")?/, `<record-search data-index="${index}"`);
  if (!marked.includes('data-index')) throw new Error(`${SEARCH_PAGE} has no <record-search>, so nothing can say which index it searches`);
  replaceFile(file, marked);
}

/** Tells what is held from the first visit on from what is held only when it is opened or kept. */
function divide(files: readonly SummedFile[], limits: HoldingLimits): { held: readonly SummedFile[]; rest: readonly SummedFile[] } {
  if (files.length <= limits.files && sumBytes(files) <= limits.bytes) return { held: files, rest: [] };
  const isSmall = sumBytes(files.filter(([path]) => SEARCH.test(path))) <= limits.searchBytes;
  const isHeld = ([path]: SummedFile) => SHELL.test(path) || (SEARCH.test(path) && (isSmall || !SEARCH_CHUNK.test(path)));
  return { held: files.filter(isHeld), rest: files.filter((file) => !isHeld(file)) };
}

function bundle(name: string, define: Record<string, string> = {}): string {
  const entry = fileURLToPath(new URL(`../worker/${name}.ts`, import.meta.url));
  const [script] = buildSync({
    entryPoints: [entry],
    define,
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
  }).outputFiles;
  if (!script) throw new Error(`src/worker/${name}.ts came to nothing`);
  return script.text;
}

function writeLists(folder: string, files: readonly SummedFile[]): FileSum[] {
  const count = Math.ceil(files.length / FILES_A_LIST);
  const filesByList = Map.groupBy(files, ([path]) => listOf(path, count));
  return Array.from({ length: count }, (_, list) => {
    const text = JSON.stringify(Object.fromEntries(filesByList.get(list) ?? []));
    replaceFile(join(folder, toListPath(list)), text);
    return toSum(Buffer.from(text));
  });
}

/** Writes the worker of a finished site, the list of what it holds, and the worker that recalls it. It may be run again on the same site. */
export function writeInstalledSite(folder: string, { asOf, withdrawn, limits = LIMITS, worker = true }: InstalledSite): void {
  const own = join(folder, 'offline');
  mkdirSync(own, { recursive: true });
  for (const name of readdirSync(own)) if (OWN_LIST.test(name)) rmSync(join(own, name));
  const recall = bundle('recall');
  replaceFile(join(folder, RECALL), recall);
  const index = toDigest(JSON.stringify(readSums(folder, 'pagefind')));
  markSearchPage(folder, index);
  const { held, rest } = divide(readSums(folder), limits);
  const manifest: EditionManifest = {
    asOf: formatDate(asOf),
    whole: rest.length === 0,
    index,
    withdrawn: withdrawn.map((address) => address.replace(/^\//, '')),
    lists: writeLists(folder, rest),
    files: Object.fromEntries(held),
  };
  const written = JSON.stringify(manifest);
  replaceFile(join(folder, MANIFEST), written);
  const sum = JSON.stringify(toSum(Buffer.from(written)));
  replaceFile(join(folder, WORKER), worker ? bundle('worker', { EDITION: sum }) : recall);
}

/** Makes the site work without a connection. It belongs after everything that writes or changes what a reader opens. */
export function installedSite(): AstroIntegration {
  return {
    name: 'upheld:installed-site',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const { permalinks, settings } = getArchive(process.cwd());
        const withdrawn = [...permalinks.byAddress].flatMap(([address, { state }]) => (state === 'withdrawn' ? [address] : []));
        writeInstalledSite(fileURLToPath(dir), {
          asOf: settings.asOf,
          withdrawn: withdrawn.toSorted(),
          worker: process.env['UPHELD_WORKER'] !== 'off',
        });
      },
    },
  };
}
