import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawChart } from './draw-chart.ts';
import { chooseBest, chooseBestReaders, type ReaderResults, type Results, type Row } from './results.ts';
import { projectGrowth } from './project-growth.ts';
import { type Change, changeNames } from './upheld.ts';

const count = (number: number) => number.toLocaleString('en-GB');
const seconds = (number: number) => (number < 10 ? number.toFixed(1) : count(Math.round(number)));
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const peakOf = ({ memory }: Pick<Row, 'memory'>) => Math.max(0, ...memory.map(({ megabytes }) => megabytes));

/** A cold build with its index, whatever number of programs it takes. */
export interface Whole {
  program: string;
  decisions: number;
  seconds: number;
  processor: number;
  peak: number;
}

/** Each program's cold build, its Pagefind with it. */
function joinWholes(rows: readonly Row[]): Whole[] {
  const cold = rows.filter(({ change }) => change === 'cold');
  return [...Map.groupBy(cold, ({ program, decisions }) => `${program.split(':')[0]} ${decisions}`).values()].map((own) => ({
    program: `${own[0]?.program.split(':')[0]}${own.length > 1 ? ' + Pagefind' : ''}`,
    decisions: own[0]?.decisions ?? 0,
    seconds: own.reduce((sum, row) => sum + row.seconds, 0),
    processor: own.reduce((sum, row) => sum + row.processor, 0),
    peak: Math.max(...own.map(peakOf)),
  }));
}

const writeWholes = (wholes: readonly Whole[]): string =>
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

function writeChanges(rows: readonly Row[], wholes: readonly Whole[]): string {
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
function writeStages(rows: readonly Row[], after: Change): string {
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

function writePaper(rows: readonly Row[]): string {
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
function writeGrowth(wholes: readonly Whole[]): string {
  const own = wholes.filter(({ program }) => program === 'Upheld').toSorted((a, b) => a.decisions - b.decisions);
  const steps = own.slice(1).map((larger, at) => {
    const smaller = own[at] ?? larger;
    const power = Math.log(larger.processor / smaller.processor) / Math.log(larger.decisions / smaller.decisions);
    return `from ${count(smaller.decisions)} to ${count(larger.decisions)} decisions with the power ${power.toFixed(2)}`;
  });
  return steps.length > 0 ? `The time of a cold build grows ${steps.join(', ')}.` : '';
}

const writeReaders = (rows: ReaderResults): string =>
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

const SIZES = [100, 1_000, 10_000];

/** Which sizes no run has measured yet. */
function nameMissing(wholes: readonly Whole[]): string {
  const missing = SIZES.filter((size) => !wholes.some(({ decisions }) => decisions === size));
  return missing.length === 0
    ? ''
    : `**Not measured yet: ${missing.map(count).join(' and ')} decisions.** \`npm run bench -- ${missing.join(' ')}\` adds them.`;
}

/** Writes docs/performance.md and its picture. */
export function writePerformance(folder: string, { machine, rows, readers }: Results): void {
  const best = chooseBest(rows);
  const wholes = joinWholes(best).toSorted((a, b) => a.decisions - b.decisions || a.processor - b.processor);
  const runs = Math.max(
    0,
    ...[...Map.groupBy(rows, ({ program, decisions, change }) => `${program} ${decisions} ${change}`).values()].map(({ length }) => length),
  );
  const days = [...new Set(rows.map(({ day }) => day))].toSorted();
  const text = `# Performance

How long a build takes, measured: \`npm run bench\` makes archives of any size (\`node scripts/make-archive.ts 1000 some-folder\` writes one
to look at), builds them with this project and the same text with three other programs, and writes this page. Each decision has about
1,400 words, six sections and five quotations; words follow Zipf’s law, the words in use grow with the corpus, and one decision in four
belongs to a family of two or three. The others print one page a decision; Upheld prints that, a page for each quotation, event and source,
the lists, the share cards, the citations and the data.

Machine: ${machine}. ${days.length > 0 ? `Measured on ${days.join(' and ')}, at most ${runs} ${runs === 1 ? 'run' : 'runs'} of each, in turn; the least is shown.` : ''}
Other work went on beside the runs, so **the seconds of the processors are what to compare**: those of all processes of a build together, which
waiting for others does not lengthen; the seconds of the clock are longer than on an idle machine. To measure again, remove
\`docs/performance.json\`, which holds every run, and run \`npm run bench\`.

${nameMissing(wholes)}

![Seconds of the processors for a cold build, by program and number of decisions](performance.svg)

## Cold builds, side by side

${writeWholes(wholes)}

${writeGrowth(wholes)}

## After a change

${writeChanges(best, wholes)}

## Where the time goes

Seconds of the processors, in the process of the build; “the rest” is its start, the bundling of the pages and the processes that index.

${writeStages(best, 'cold')}

${writeStages(best, 'one decision edited')}

Exports are rendered with the pages, in “render”. The index is made with Pagefind; an archive of more than 250 decisions is
indexed in shards, [docs/scale.md](scale.md) says how.

## On paper

What larger archives would take if everything grew in proportion from the largest that was measured, memory along the line through the two
largest. [docs/scale.md](scale.md) says what follows from it.

${writePaper(best)}

## What a reader waits for

From cold in a Chromium made four times slower, over an index of made-up entries, ten a decision: from the start of loading the search page to its first ten results, everything loaded counted
(page, styles, fonts, scripts, index). “Pagefind” is Pagefind’s own program over the same index without any page, from its start to ten texts. The
joined index has the bytes of Pagefind’s own single one: a test compares them.

${writeReaders(chooseBestReaders(readers))}
`;
  writeFileSync(join(folder, 'performance.md'), text);
  writeFileSync(join(folder, 'performance.svg'), drawChart(wholes));
}
