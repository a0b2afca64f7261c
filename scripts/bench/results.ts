import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { dirname } from 'node:path';
import type { ReaderRow } from './readers.ts';
import type { UpheldMeasure } from './upheld.ts';

/** One measured build. */
export interface Row extends Pick<UpheldMeasure, 'seconds' | 'processor' | 'memory' | 'stages'> {
  program: string;
  decisions: number;
  change: string;
  day: string;
}

/** Everything that was measured, and on what. */
export interface Results {
  machine: string;
  rows: Row[];
  readers: ReaderRow[];
}

const describeMachine = (): string =>
  `${availableParallelism()} processors (${cpus()[0]?.model.trim() ?? 'of a kind that is not told'}), ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${type()} ${release()}, Node ${process.version}`;

export const readResults = (file: string): Results =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { machine: describeMachine(), rows: [], readers: [] };

function write(file: string, results: Results): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...results, machine: describeMachine() }, null, 1)}\n`);
}

export function addRow(file: string, row: Row): void {
  const results = readResults(file);
  write(file, { ...results, rows: [...results.rows, row] });
}

export function addReaderRow(file: string, row: ReaderRow): void {
  const results = readResults(file);
  write(file, { ...results, readers: [...results.readers, row] });
}

const bestOf = <T>(rows: readonly T[], keyOf: (row: T) => string, cost: (row: T) => number): T[] =>
  [...Map.groupBy(rows, keyOf).values()].flatMap((own) => own.toSorted((a, b) => cost(a) - cost(b)).slice(0, 1));

export type ReaderResults = readonly ReaderRow[];

/** The run of each build that took least: other work on a machine only ever makes a run longer. */
export const chooseBest = (rows: readonly Row[]): Row[] =>
  bestOf(
    rows,
    ({ program, decisions, change }) => `${program} ${decisions} ${change}`,
    ({ processor }) => processor,
  );

export const chooseBestReaders = (rows: readonly ReaderRow[]): ReaderRow[] =>
  bestOf(
    rows,
    ({ program, decisions, query }) => `${program} ${decisions} ${query}`,
    ({ milliseconds }) => milliseconds,
  );

/** The most memory of one process, in MB. */
export const peakOf = ({ memory }: Pick<Row, 'memory'>): number => Math.max(0, ...memory.map(({ megabytes }) => megabytes));
