import { hash } from 'node:crypto';
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

const FILE = Symbol.for('upheld:file-digest');
const DATA = Symbol.for('upheld:data-digest');

const readDigest = (made: object, key: symbol): string | undefined => {
  const digest: unknown = Reflect.get(made, key);
  return typeof digest === 'string' ? digest : undefined;
};

/** The digest of the file that a record was compiled from; undefined where it did not come from what is kept. */
export const digestOfFile = (record: object): string | undefined => readDigest(record, FILE);

/** The digest of a record’s data: all of it but its text and the anchors there. */
export const digestOfData = (record: object): string | undefined => readDigest(record, DATA);

export function writeCompiled({ record, problems }: Compiled): Written {
  if (!record) return { head: JSON.stringify({ problems }), body: '' };
  const { segments, blocks, ...head } = record;
  const { kind, id, file, data } = head;
  const digest = hash('sha256', JSON.stringify([kind, id, file, data]), 'base64url');
  return { head: JSON.stringify({ record: head, digest, problems }), body: JSON.stringify({ segments, blocks } satisfies Body) };
}

/**
 * Reads what was written. What only printing needs is read each time that it is asked for, so that an archive of ten thousand
 * decisions holds the text of none.
 */
export function readCompiled(fileDigest: string, head: string, readBody: () => string): Compiled {
  const { record, digest, problems } = JSON.parse(head) as { record?: CompiledRecord; digest?: string; problems: Compiled['problems'] };
  if (!record) return { record: undefined, problems };
  const read = () => JSON.parse(readBody()) as Body;
  Object.defineProperty(record, 'segments', { get: () => read().segments, enumerable: true });
  if (record.kind === 'text') Object.defineProperty(record, 'blocks', { get: () => read().blocks, enumerable: true });
  Object.defineProperty(record, FILE, { value: fileDigest });
  Object.defineProperty(record, DATA, { value: digest });
  return { record, problems };
}

/** Gives `copy` the segments of a record as the record has them: read when asked for. It must hold nothing but the record’s own fields. */
export function shareSegments<T extends object>(record: CompiledRecord, copy: T): T & { segments: Segment[] } {
  const shared = { ...copy, segments: [] };
  for (const key of ['segments', FILE, DATA]) {
    const descriptor = Object.getOwnPropertyDescriptor(record, key);
    if (descriptor) Object.defineProperty(shared, key, { ...descriptor, configurable: true });
  }
  return shared;
}
