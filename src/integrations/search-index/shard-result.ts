import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a shard's folder holds beside the files of its index; the lists are in the order of its entries. */
export interface ShardResult {
  version: string;
  /** Each entry: under which key its text is kept, how many words it has, and the file of several texts that it shares, if any. */
  pages: [key: string, words: number, group: string][];
  /** The files of words, in the order of their words. */
  chunks: string[];
  filters: [name: string, file: string][];
  metaFields: string[];
  /** How many entries of each kind the written texts have. */
  counts: Record<string, number>;
}

export const RESULT = 'shard.json';

export const readShardResult = (folder: string): ShardResult => {
  const parsed: ShardResult = JSON.parse(readFileSync(join(folder, RESULT), 'utf8'));
  return parsed;
};
