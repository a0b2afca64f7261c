import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawChart } from './draw-chart.ts';
import { count, writeChanges, writeGrowth, writePaper, writeReaders, writeStages, writeWholes } from './performance-tables.ts';
import { chooseBest, chooseBestReaders, type Results } from './results.ts';
import { joinWholes, type Whole } from './wholes.ts';

const SIZES = [100, 1_000, 10_000];

/** Which sizes no run has measured yet. */
function nameMissing(wholes: readonly Whole[]): string {
  const missing = SIZES.filter((size) => !wholes.some(({ decisions }) => decisions === size));
  return missing.length === 0
    ? ''
    : `**Not measured yet: ${missing.map(count).join(' and ')} decisions.** \`npm run bench -- ${missing.join(' ')}\` adds them.\n\n`;
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
**The seconds of the processors are what to compare**: those of all processes of a build together, which waiting for others does not lengthen.
To measure again, remove \`docs/performance.json\`, which holds every run, and run \`npm run bench\`.

${nameMissing(wholes)}![Seconds of the processors for a cold build, by program and number of decisions](performance.svg)

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
