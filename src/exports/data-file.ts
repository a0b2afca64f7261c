import type { Table } from './tables.ts';

/** One file of data. */
export interface DataFile {
  /** Its name in the folder of data. */
  name: string;
  title: string;
  about: string;
  mediaType: string;
  text: string;
  bytes: number;
  sha256: string;
  /** How many rows, annotations or events it holds; undefined where counting means nothing. */
  count: number | undefined;
  /** The kind of row of which it is a form or a part. */
  kind: string | undefined;
  table: Table | undefined;
}
