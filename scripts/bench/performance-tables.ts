import { projectGrowth } from './project-growth.ts';
import { peakOf, type ReaderResults, type Row } from './results.ts';
import { type Change, changeNames } from './upheld.ts';
import type { Whole } from './wholes.ts';

export const count = (number: number) => number.toLocaleString('en-GB');
const seconds = (number: number) => (number < 10 ? number.toFixed(1) : count(Math.round(number)));
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export const writeWholes = (wholes: readonly Whole[]): string =>
  table(
    ['Cold, index included', 'decisions', 'seconds', 'of the processors', 'peak of one process'],
    wholes.map(({ program, decisions, seconds: wall, processor, peak }) => [
      program,
      count(decisions),
      seconds(wall),
      seconds(processor),
      `${count(peak)} MB`,
    ]),
  );

export function writeChanges(rows: readonly Row[], wholes: readonly Whole[]): string {
  const own = rows
    .filter(({ program }) => program === 'Upheld')
    .toSorted(
      (a, b) =>
        a.decisions - b.decisions ||
        changeNames.findIndex((name) => name === a.change) - changeNames.findIndex((name) => name === b.change),
    );
  return table(
    ['Upheld, after', 'decisions', 'seconds', 'of the processors', 'share of Hugo + Pagefind, cold', 'peak of one process'],
    own.map((row) => {
      const hugo = wholes.find(({ program, decisions }) => program.startsWith('Hugo') && decisions === row.decisions);
      return [
        row.change,
        count(row.decisions),
        seconds(row.seconds),
        seconds(row.processor),
        hugo ? (row.processor / hugo.processor).toFixed(2) : '',
        `${count(peakOf(row))} MB`,
      ];
    }),
  );
}

/** The seconds of the processors of each stage, in the process of the build itself; the last line is what is in none: other processes among it. */
export function writeStages(rows: readonly Row[], after: Change): string {
  const own = rows.filter(({ program, change }) => program === 'Upheld' && change === after).toSorted((a, b) => a.decisions - b.decisions);
  const names = [...new Set(own.flatMap(({ stages }) => stages.map(({ name }) => name)))];
  const inStages = ({ stages }: Row) => stages.reduce((sum, { processor }) => sum + processor, 0);
  return table(
    [after, ...own.map(({ decisions }) => count(decisions))],
    [
      ...names.map((name) => [name, ...own.map(({ stages }) => seconds(stages.find((stage) => stage.name === name)?.processor ?? 0))]),
      ['the rest', ...own.map((row) => seconds(row.processor - inStages(row)))],
    ],
  );
}

const PAPER = [
  { decisions: 10_000, parts: 2 },
  { decisions: 100_000, parts: 16 },
  { decisions: 1_000_000, parts: 128 },
];

export function writePaper(rows: readonly Row[]): string {
  const hours = (number: number) => (number / 3600).toLocaleString('en-GB', { maximumSignificantDigits: 2 });
  const projected = projectGrowth(rows, PAPER);
  if (!projected) return 'Not worked out: it needs measurements of two sizes.';
  return table(
    ['Processor hours on paper', 'one build', 'parts', 'each part', 'merging', 'all of it in parts', 'memory of one process'],
    projected.map(({ decisions, parts, whole, part, merge, memory }) => [
      `${count(decisions)} decisions`,
      hours(whole),
      count(parts),
      hours(part),
      hours(merge),
      hours(parts * part + merge),
      `${(memory / 1024).toLocaleString('en-GB', { maximumSignificantDigits: 2 })} GB`,
    ]),
  );
}

/** By which power of the number of decisions the time grows, from one size to the next. */
export function writeGrowth(wholes: readonly Whole[]): string {
  const own = wholes.filter(({ program }) => program === 'Upheld').toSorted((a, b) => a.decisions - b.decisions);
  const steps = own.slice(1).map((larger, at) => {
    const smaller = own[at] ?? larger;
    const power = Math.log(larger.processor / smaller.processor) / Math.log(larger.decisions / smaller.decisions);
    return `from ${count(smaller.decisions)} to ${count(larger.decisions)} decisions with the power ${power.toFixed(2)}`;
  });
  return steps.length > 0 ? `The time of a cold build grows ${steps.join(', ')}.` : '';
}

export const writeReaders = (rows: ReaderResults): string =>
  rows.length === 0
    ? 'Not measured in this run: `npm run bench -- --readers 10000`.'
    : table(
        ['Query', 'decisions', 'searched by', 'found', 'milliseconds', 'KB loaded'],
        rows.map(({ query, decisions, program, found, milliseconds, kilobytes }) => [
          `\`${query}\``,
          count(decisions),
          program,
          count(found),
          count(milliseconds),
          count(kilobytes),
        ]),
      );
