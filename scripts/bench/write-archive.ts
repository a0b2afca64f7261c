import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { makeDecision, type MadeDecision } from './decision.ts';
import { countBodies, countConflicts, countEssays, countThemes } from './plan.ts';
import { writeMdx } from './prose.ts';
import {
  generalSource,
  type MadeRecord,
  makeBodies,
  makeChecks,
  makeConflict,
  makeEssay,
  makeEvents,
  makeFamily,
  makeSource,
  makeTerms,
  makeThemes,
} from './records.ts';

export const SEED = 1;
const DECISIONS_AN_ESSAY = 5;

/** The text of a record's file. */
export const writeRecord = ({ fields, body = '' }: Omit<MadeRecord, 'path'>): string =>
  `---\n${stringify(fields, { aliasDuplicateObjects: false, lineWidth: 120 })}---\n\n${body}\n`;

export const writeDecision = ({ fields, sections }: MadeDecision): string => writeRecord({ fields, body: writeMdx(sections) });

/** Makes the decisions of an archive one after another, so that no more than one is held. */
export function* makeDecisions(count: number, seed = SEED): Generator<MadeDecision> {
  for (let index = 0; index < count; index++) yield makeDecision(seed, index);
}

function* makeRecords(count: number, seed: number): Generator<MadeRecord> {
  yield* makeBodies(seed, countBodies(count));
  yield* makeThemes(seed, countThemes(count));
  yield* makeTerms(seed);
  const find = (index: number) => makeDecision(seed, index);
  for (let number = 0; number < countConflicts(count); number++) yield makeConflict(seed, number + 1, find(number * 50));
  for (let number = 0; number < countEssays(count); number++) {
    const own = Array.from({ length: Math.min(count, DECISIONS_AN_ESSAY) }, (_, at) => find(Math.min(number * 500 + at, count - 1)));
    yield makeEssay(seed, number + 1, own);
  }
}

/** Writes a made-up archive of so many decisions into a folder, the same for the same seed; `npm run check` passes it. */
export function writeArchive(folder: string, count: number, seed = SEED): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const writeMade = (record: MadeRecord) => write(record.path, writeRecord(record));
  write(
    'archive.json',
    `${JSON.stringify({ title: 'A made-up archive', subject: 'Nothing here is real.', publisher: null, contact: null, wordsLicence: null, asOf: '2026-06-30' }, null, 2)}\n`,
  );
  for (const record of makeRecords(count, seed)) writeMade(record);

  const [sources, checks] = ['sources.json', 'checks.jsonl'].map((name) => openSync(join(folder, name), 'w'));
  if (sources === undefined || checks === undefined) throw new Error('The ledgers cannot be opened');
  writeSync(sources, `[${JSON.stringify(generalSource)}`);
  for (const made of makeDecisions(count, seed)) {
    write(`decisions/${made.id}.mdx`, writeDecision(made));
    for (const event of makeEvents(seed, made)) writeMade(event);
    const members = made.family?.members.filter((member) => member < count) ?? [];
    if (members[0] === made.index)
      writeMade(
        makeFamily(
          seed,
          made,
          members.map((member) => makeDecision(seed, member)),
        ),
      );
    writeSync(sources, `,\n${JSON.stringify(makeSource(made))}`);
    for (const check of makeChecks(made)) writeSync(checks, `${JSON.stringify(check)}\n`);
  }
  writeSync(sources, ']\n');
  closeSync(sources);
  closeSync(checks);
}
