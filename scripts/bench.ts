import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measurePeer, peerNames } from './bench/peers.ts';
import { measureReaders } from './bench/readers.ts';
import { addReaderRow, addRow, readResults, type Row } from './bench/results.ts';
import { measureUpheld } from './bench/upheld.ts';
import { writePerformance } from './bench/write-performance.ts';

const HELP = `Measures builds of made-up archives beside other programs, and writes docs/performance.md and docs/performance.svg.

  npm run bench                          100, 1,000 and 10,000 decisions, every program, three rounds
  npm run bench -- 1000 --rounds 1       only that size, once
  npm run bench -- 100 --only Upheld     only one program: Upheld, ${peerNames.join(', ')}
  npm run bench -- --readers 10000       what a reader waits for in a slow browser, over an index of so many decisions
  npm run bench -- --write               only writes the pages from what was measured

Results are added to docs/performance.json, so that rounds can be run apart; remove the file to begin anew.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', multiple: true },
    folder: { type: 'string', default: join(tmpdir(), 'upheld-bench') },

    readers: { type: 'string' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const results = resolve('docs/performance.json');
const workshop = resolve(values.folder);
const note = (row: Omit<Row, 'day'>) => {
  addRow(results, { ...row, day: new Date().toISOString().slice(0, 10) });
  console.log(
    `${row.program}, ${row.decisions} decisions, ${row.change}: ${row.seconds.toFixed(1)} s, ${row.processor.toFixed(1)} s of the processors, ${row.memory[0]?.megabytes ?? 0} MB`,
  );
};

async function measureRound(decisions: number): Promise<void> {
  const isWanted = (program: string) => values.only === undefined || values.only.includes(program);
  if (isWanted('Upheld'))
    for await (const { change, measure } of measureUpheld(decisions, workshop)) note({ program: 'Upheld', decisions, change, ...measure });
  for (const program of peerNames.filter(isWanted)) {
    const { build, index } = await measurePeer(program, decisions, workshop);
    note({ program, decisions, change: 'cold', ...build, stages: [] });
    note({ program: `${program}: Pagefind`, decisions, change: 'cold', ...index, stages: [] });
  }
}

if (values.help) console.log(HELP);
else {
  mkdirSync(workshop, { recursive: true });
  const sizes = positionals.length > 0 ? positionals.map(Number) : [100, 1_000, 10_000];
  if (values.readers) {
    for await (const row of measureReaders(Number(values.readers), workshop)) {
      addReaderRow(results, row);
      console.log(`${row.program}: ${row.query}: ${row.found} found in ${row.milliseconds} ms, ${row.kilobytes} KB`);
    }
  }
  // Round by round, so that what else the machine does falls on every program alike.
  for (let round = 0; !values.write && !values.readers && round < Number(values.rounds); round++)
    for (const size of sizes) await measureRound(size);
  writePerformance(resolve('docs'), readResults(results));
}
