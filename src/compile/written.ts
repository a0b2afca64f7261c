import type { Block } from './blocks.ts';
import type { Compiled, CompiledRecord } from './record.ts';
import type { Segment } from './segments.ts';

/** A compiled file as it is kept, in JSON: what linking needs, and apart from it what only printing needs. */
export interface Written {
  head: string;
  body: string;
}

interface Body {
  segments: Segment[];
  blocks?: Block[] | undefined;
}

const DIGEST = Symbol.for('upheld:digest');

/** The digest of all that something was made from, where that is known: equal digests mean equal things. */
export function digestOfOrigin(made: object): string | undefined {
  const digest: unknown = Reflect.get(made, DIGEST);
  return typeof digest === 'string' ? digest : undefined;
}

export function writeCompiled({ record, problems }: Compiled): Written {
  if (!record) return { head: JSON.stringify({ problems }), body: '' };
  const { segments, blocks, ...head } = record;
  return { head: JSON.stringify({ record: head, problems }), body: JSON.stringify({ segments, blocks } satisfies Body) };
}

/**
 * Reads what was written. What only printing needs is read each time that it is asked for, so that an archive of ten thousand
 * decisions holds the text of none.
 */
export function readCompiled(digest: string, head: string, readBody: () => string): Compiled {
  const { record, problems } = JSON.parse(head) as { record?: CompiledRecord; problems: Compiled['problems'] };
  if (!record) return { record: undefined, problems };
  const read = () => JSON.parse(readBody()) as Body;
  Object.defineProperty(record, 'segments', { get: () => read().segments, enumerable: true });
  if (record.kind === 'text') Object.defineProperty(record, 'blocks', { get: () => read().blocks, enumerable: true });
  Object.defineProperty(record, DIGEST, { value: digest });
  return { record, problems };
}

/** Gives `copy` the segments of a record as the record has them: read when asked for. It must hold nothing but the record's own fields. */
export function shareSegments<T extends object>(record: CompiledRecord, copy: T): T & { segments: Segment[] } {
  const shared = { ...copy, segments: [] };
  for (const key of ['segments', DIGEST]) {
    const descriptor = Object.getOwnPropertyDescriptor(record, key);
    if (descriptor) Object.defineProperty(shared, key, descriptor);
  }
  return shared;
}
