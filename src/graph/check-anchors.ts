import type { Problem } from '../compile/problem.ts';
import type { CompiledRecord } from '../compile/record.ts';
import type { Kind } from '../schema/kinds.ts';

/** Kinds whose bodies share a page with others of their kind, so that an address must be theirs alone on it. */
const sharedPages: readonly Kind[] = ['event', 'family', 'term', 'conflict', 'claim', 'correction'];

/** How the addresses of sections, paragraphs and parts of a record begin. */
const PART = /^[spqfr]-/;

/** Reports two places on one page that would have the same address, and ids that look like the address of a part. */
export function checkAnchors(records: readonly CompiledRecord[]): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, { file: string; line: number }>();
  for (const { kind, id, file, anchors } of records) {
    if (sharedPages.includes(kind) && PART.test(id)) {
      const message = `On its page "${id}" would be the address of a part. Give the ${kind} an id that does not begin with "${id.slice(0, 2)}"`;
      problems.push({ file, line: 1, column: 1, kind: 'reserved-name', message });
    }
    const page = sharedPages.includes(kind) ? kind : `${kind === 'text' ? 'decision' : kind}:${id}`;
    for (const anchor of anchors) {
      const key = `${page}#${anchor.id}`;
      const earlier = first.get(key);
      if (earlier) {
        const message = `The address #${anchor.id} is already at ${earlier.file}:${earlier.line}. Word one of the two differently, or give it another <Anchor>`;
        problems.push({ file, line: anchor.line, column: anchor.column, kind: 'duplicate-anchor', message });
      } else first.set(key, { file, line: anchor.line });
    }
  }
  return problems;
}
