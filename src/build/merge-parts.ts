import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Manifest, type Output, writeManifest } from './manifest.ts';
import { digestContent } from './outputs.ts';
import { type FoundPart, linkFile } from './part-folder.ts';
import { partName } from './part.ts';
import type { ReadTable } from './reads.ts';

/** What this checkout would build from: only parts that were made from the same can be merged. */
export interface Expected {
  maker: string;
  inputs: string;
}

/** Throws unless these are all parts of one site, each once, made from what is here. */
export function checkParts(parts: readonly FoundPart[], { maker, inputs }: Expected): void {
  const faults: string[] = [];
  const [first] = parts;
  if (!first) throw new Error('There is no part to merge. Build them with UPHELD_SHARD=1/4 npm run build, and so on');
  const of = first.part.of;
  const folderByNumber = new Map<number, string>();
  for (const { part, folder, manifest, inputs: own } of parts) {
    const other = folderByNumber.get(part.number);
    if (part.of !== of) faults.push(`${folder} is part ${partName(part)}, and ${first.folder} is ${partName(first.part)}`);
    else if (other !== undefined) faults.push(`${folder} and ${other} are both part ${partName(part)}`);
    folderByNumber.set(part.number, folder);
    if (manifest.maker !== maker) faults.push(`${folder} was built by other code or with other settings, or with another Node`);
    else if (own !== inputs) faults.push(`${folder} was built from other content`);
  }
  for (let number = 1; number <= of; number++) if (!folderByNumber.has(number)) faults.push(`Part ${partName({ number, of })} is missing`);
  if (faults.length > 0) throw new Error(`${faults.join('.\n')}.\nBuild the parts from one checkout, and bring all of them here`);
}

/** Where a file of a part belongs. Throws where that is outside the folder. */
function placeIn(folder: string, file: string): string {
  const path = join(folder, file);
  if (relative(folder, path).startsWith('..')) throw new Error(`${file} would lie outside the site. Bring the part here again`);
  return path;
}

/** Puts a file of a part into its place, once it is seen to be as it was made. */
function takeFile(from: string, to: string, digest: string): void {
  if (!existsSync(from)) throw new Error(`${from} is missing. Bring the part here again, whole`);
  if (digestContent(readFileSync(from)) !== digest) throw new Error(`${from} is not as it was made. Bring the part here again`);
  if (!existsSync(to)) linkFile(from, to);
}

/** The tables of all parts as one, with what each number of a part's is in it. */
function joinTables(tables: readonly ReadTable[]): { table: ReadTable; renumber: number[][] } {
  const table: ReadTable = { questions: [], answers: [] };
  const known = new Map<string, number>();
  const renumber = tables.map(({ questions, answers }) =>
    questions.map((question, number) => {
      const answer = answers[number] ?? '';
      const same = known.get(question);
      if (same !== undefined) {
        if (table.answers[same] !== answer)
          throw new Error(`Two parts read otherwise of "${question}". Build them again from one checkout`);
        return same;
      }
      table.answers.push(answer);
      const own = table.questions.push(question) - 1;
      known.set(question, own);
      return own;
    }),
  );
  return { table, renumber };
}

/**
 * Makes a folder hold what all parts hold, as if one build had made it, and the pictures of their cards those that are kept: a build
 * that begins there finds nothing to render. Throws where a file is missing or is not as it was made.
 */
export function mergeParts(parts: readonly FoundPart[], site: string, kept: string, { maker }: Expected): void {
  mkdirSync(site, { recursive: true });
  mkdirSync(kept, { recursive: true });
  const { table, renumber } = joinTables(parts.map(({ manifest }) => manifest.table));
  const outputs = parts.flatMap(({ folder, manifest }, index) =>
    manifest.outputs.map((output): Output => {
      takeFile(join(folder, 'site', output.file), placeIn(site, output.file), output.hash);
      const { size, mtimeMs } = statSync(join(site, output.file));
      return { ...output, reads: output.reads.flatMap((number) => renumber[index]?.[number] ?? []), size, mtimeMs };
    }),
  );
  for (const { folder, cards } of parts)
    for (const [name, digest] of Object.entries(cards)) takeFile(join(folder, 'cards', name), placeIn(kept, name), digest);
  writeManifest(site, { format: 2, maker, table, outputs } satisfies Manifest);
}

/** Gives a merged site the place in which the next build begins. */
export function placeMerged(site: string, place: string): void {
  renameSync(site, place);
  renameSync(`${site}.json`, `${place}.json`);
}
