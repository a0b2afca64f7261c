import { createHash } from 'node:crypto';
import { findSectionKind } from '../../src/schema/section.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 6);

/** A new address for a heading of an official text. It is written into the file, so that later wording cannot change it. */
export function mintHeadingId(heading: string, taken: ReadonlySet<string>, scope: string | undefined): string {
  const start = scope === undefined ? 's-text' : `s-text-${scope}`;
  const kind = findSectionKind(heading);
  const first = kind && !taken.has(`${start}-${kind}`) ? `${start}-${kind}` : `${start}-${hash(heading)}`;
  let id = first;
  for (let again = heading; taken.has(id); again += heading) id = `${start}-${hash(again + heading)}`;
  return id;
}

/** An id from a printed name: `Ynys Môn County Council` becomes `ynys-mon-county-council`. */
export function mintBodyId(name: string, taken: ReadonlySet<string>): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/&/g, ' and ').replace(/['’]/g, '');
  const slug =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .replace(/-+$/, '') || `body-${hash(name)}`;
  return taken.has(slug) ? `${slug}-${hash(name)}` : slug;
}
