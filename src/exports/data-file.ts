import { createHash } from 'node:crypto';
import type { TableShape } from './tables.ts';

/** One file of data. */
export interface DataFile {
  /** Its name in the folder of data. */
  name: string;
  title: string;
  about: string;
  mediaType: string;
  content: Buffer<ArrayBuffer>;
  bytes: number;
  sha256: string;
  /** How many rows, annotations or events it holds; undefined where counting means nothing. */
  count?: number;
  /** The kind of row of which it is a form or a part. */
  kind?: string;
  table?: TableShape;
}

/** A file as a page describes it. */
export type DataFileFacts = Omit<DataFile, 'content'>;

/** A file with its size and digest. Its content is held as bytes, which take half the room of text. */
export function toDataFile({
  content,
  ...about
}: Omit<DataFile, 'content' | 'bytes' | 'sha256'> & { content: string | Buffer<ArrayBuffer> }): DataFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { ...about, content: bytes, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
