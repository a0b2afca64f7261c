import { parseArgs } from 'node:util';
import { isDay, today } from '../src/graph/ledger-file.ts';
import { fail } from './fail.ts';

/** Ends a command that was called wrongly. */
export function failWithUsage(message: string, usage: string): never {
  fail(`${message}. Usage: ${usage}`);
}

function parse() {
  const options = {
    on: { type: 'string', default: today() },
    reason: { type: 'string' },
    'ledger-only': { type: 'boolean', default: false },
  } as const;
  return parseArgs({ allowPositionals: true, options });
}

/** The arguments of the commands that write to the ledger. */
export function readArguments(usage: string): ReturnType<typeof parse> {
  try {
    const read = parse();
    if (!isDay(read.values.on)) failWithUsage(`"${read.values.on}" is not a day, as ${today()}`, usage);
    return read;
  } catch (error) {
    return failWithUsage(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error), usage);
  }
}
