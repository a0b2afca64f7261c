import type { HostileFile } from './hostile-archive.ts';
import { findMarked, isUnchanged } from './marked.ts';
import { listSiteOutputs } from './read-site-outputs.ts';

// Styles of citation set quotation marks and apostrophes by rules of their own.
const foldMarks = (text: string) => text.replace(/["'‘’“”]/g, "'");

/** Every text of hostile files that is not what it was somewhere in a built site, or that pages or data lack. */
export function judgeSite(site: string, files: readonly HostileFile[]): { faults: string[]; found: number } {
  const fields = new Map(files.flatMap((file) => [...file.fields]));
  const bodies = new Map(files.flatMap((file) => [...file.body]));
  const seen = { pages: new Set<number>(), json: new Set<number>(), csv: new Set<number>() };
  const faults: string[] = [];
  let count = 0;
  for (const { name, prose, strings } of listSiteOutputs(site)) {
    const kind = name.endsWith('.csv') ? seen.csv : name.endsWith('.json') ? seen.json : seen.pages;
    for (const found of strings.flatMap(findMarked)) {
      count += 1;
      kind.add(found.number);
      const written = fields.get(found.number) ?? bodies.get(found.number) ?? '';
      const loose = prose || bodies.has(found.number);
      const same = name.endsWith('(citations)')
        ? isUnchanged({ ...found, text: foldMarks(found.text) }, foldMarks(written), loose)
        : isUnchanged(found, written, loose);
      if (!same) faults.push(`${name}: ${JSON.stringify(found.text)} was ${JSON.stringify(written)}`);
    }
  }
  for (const [kind, numbers] of Object.entries(seen)) {
    const lost = [...fields.keys(), ...bodies.keys()].filter((number) => !numbers.has(number));
    if (lost.length > 0) faults.push(`not in ${kind}: ${lost.join(' ')}`);
  }
  return { faults, found: count };
}
