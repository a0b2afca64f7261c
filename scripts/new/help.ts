import { describeField } from '../../src/schema/describe.ts';
import { type NewKind, newKindNames, newKinds } from './new-kinds.ts';
import { listNames } from './read-request.ts';

/** How the command is used; with a kind, its fields too. */
export function writeHelp(kind?: NewKind): string {
  const usage = 'npm run new -- <kind> <id> [--field value ...] [--blank]';
  if (!kind) {
    const rows = newKindNames.map(
      (name) => `  ${`${name} ${newKinds[name].example}`.padEnd(44)} ${newKinds[name].schema.description ?? ''}`,
    );
    return [usage, '', ...rows, '', 'npm run new -- <kind> --help lists the fields of a kind. --blank asks no questions.'].join('\n');
  }
  const rows = [...listNames(kind).leafByName].map(
    ([name, { schema, required }]) => `  --${name.padEnd(34)} ${required ? '' : '[may be left out] '}${describeField(schema)}`,
  );
  return [`npm run new -- ${kind} ${newKinds[kind].example} [--field value ...]`, '', ...rows].join('\n');
}
