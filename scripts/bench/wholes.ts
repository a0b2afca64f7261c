import { peakOf, type Row } from './results.ts';

/** A cold build with its index, whatever number of programs it takes. */
export interface Whole {
  program: string;
  decisions: number;
  seconds: number;
  processor: number;
  peak: number;
}

/** Each program's cold build, its Pagefind with it. */
export function joinWholes(rows: readonly Row[]): Whole[] {
  const cold = rows.filter(({ change }) => change === 'cold');
  return [...Map.groupBy(cold, ({ program, decisions }) => `${program.split(':')[0]} ${decisions}`).values()].map((own) => ({
    program: `${own[0]?.program.split(':')[0]}${own.length > 1 ? ' + Pagefind' : ''}`,
    decisions: own[0]?.decisions ?? 0,
    seconds: own.reduce((sum, row) => sum + row.seconds, 0),
    processor: own.reduce((sum, row) => sum + row.processor, 0),
    peak: Math.max(...own.map(peakOf)),
  }));
}
