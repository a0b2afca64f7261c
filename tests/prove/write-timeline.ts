import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeEvents } from '../../scripts/bench/records.ts';
import { makeDecisions, SEED, writeArchive, writeRecord } from '../../scripts/bench/write-archive.ts';

const DECISIONS = 5;
/** Which decisions have a second event beside their own. */
const EVERY = 5;

/** Writes a made-up archive of a few decisions and so many events, each with two sentences and their sources. */
export function writeTimeline(folder: string, events: number): void {
  mkdirSync(folder, { recursive: true });
  writeArchive(folder, DECISIONS);
  const decisions = [...makeDecisions(DECISIONS)];
  const written = new Set(decisions.flatMap((made) => makeEvents(SEED, made)).map(({ path }) => path));
  for (let number = 1; written.size < events; number++) {
    const made = decisions[number % DECISIONS];
    if (!made) throw new Error('A made-up archive has no decisions');
    const date = new Date(Date.UTC(2012, 0, number * 9)).toISOString().slice(0, 10);
    const [first, second] = [number, number + events].map((own) => makeEvents(SEED, { ...made, index: own * EVERY, date })[1]);
    if (!first || !second || written.has(first.path)) continue;
    written.add(first.path);
    writeFileSync(join(folder, first.path), writeRecord({ ...first, body: `${first.body}\n\n${second.body}` }));
  }
}
