import { hash } from 'node:crypto';

/** One of the parts into which a build is divided among machines: the third of eight. */
export interface Part {
  number: number;
  of: number;
}

const MOST = 10_000;

export const partName = ({ number, of }: Part): string => `${number}-of-${of}`;

/** Reads UPHELD_SHARD: `3/8`, or nothing for a whole build. Throws on anything else. */
export function readPart(value = process.env['UPHELD_SHARD']): Part | undefined {
  if (value === undefined || value === '') return undefined;
  const [, number = 0, of = 0] = (/^(\d{1,5})\/(\d{1,5})$/.exec(value) ?? []).map(Number);
  if (number < 1 || number > of || of > MOST)
    throw new Error(`UPHELD_SHARD is "${value}". Write which part of how many, as 3/8; the first is 1/8, and ${MOST} are the most`);
  return { number, of };
}

/** Whether a file of the site is made in a part. Every file is made in one, and which one depends on its path alone. */
export const isInPart = ({ number, of }: Part, file: string): boolean => hash('sha256', file, 'buffer').readUInt32BE(0) % of === number - 1;
