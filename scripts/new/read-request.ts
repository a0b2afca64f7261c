import { z } from 'zod';
import { suggest } from '../../src/compile/nearest.ts';
import { kindReferredTo, unwrap, withArticle } from '../../src/schema/describe.ts';
import { type Given, type Leaf, listLeaves } from '../../src/schema/skeleton.ts';
import { idSchema } from '../../src/schema/text.ts';
import { Refusal } from './change.ts';
import { isNewKind, type NewKind, newKindNames, newKinds } from './new-kinds.ts';

/** What the editor asks for. */
export interface Request {
  kind: NewKind | undefined;
  id: string | undefined;
  given: Given;
  /** `--blank`: ask nothing. */
  blank: boolean;
  help: boolean;
}

/** Names that stand for the source of every piece of evidence in the new record, and the place in it. */
const abbreviations = ['source', 'at'];

/** The fields of a kind that may be given by name, with the abbreviations that it knows. */
export function listNames(kind: NewKind): { names: string[]; leafByName: Map<string, Leaf> } {
  const leaves = listLeaves(newKinds[kind].schema);
  const leafByName = new Map(leaves.map((leaf) => [leaf.path, leaf]));
  const evidence = leaves.find(({ path }) => /(?:^|\.)\w*[eE]vidence\.source$/.test(path));
  for (const name of abbreviations) {
    const leaf = evidence && leafByName.get(evidence.path.replace(/source$/, name));
    if (leaf && !leafByName.has(name)) leafByName.set(name, leaf);
  }
  return { names: [...leafByName.keys()], leafByName };
}

/** The values that one argument gives: ids in a list may stand with commas between. */
function splitValue({ schema }: Leaf, value: string): string[] {
  const inner = unwrap(schema);
  const ids = inner instanceof z.ZodArray && kindReferredTo(inner.element) !== undefined;
  return ids
    ? value
        .split(',')
        .map((id) => id.trim())
        .filter(Boolean)
    : [value];
}

function readReference(written: string): string {
  const [, first, second, third, letter] = /^(\d{2})(\d{3})(\d{3})([a-z]?)$/i.exec(written.replaceAll(/[\s-]/g, '')) ?? [];
  if (!first) throw new Refusal(`"${written}" is not a reference number. Write it as the ombudsman does: 25 001 234, or 25-001-234`);
  if (letter)
    throw new Refusal(
      `"${written}" is the statement about one body. Leave the letter away here, and give it with --statements.ref "${first} ${second} ${third}${letter}"`,
    );
  return `${first}-${second}-${third}`;
}

/** The id of a new record: a decision's reference may be written in any way, other ids as they are. */
export function readId(kind: NewKind, written: string): string {
  if (kind === 'decision') return readReference(written);
  const parts = written.split('/');
  if (parts.length !== (kind === 'quote' ? 2 : 1))
    throw new Refusal(`"${written}" is not the id of ${withArticle(kind)}. Write it as in ${newKinds[kind].example}`);
  const wrong = parts.find((part) => !idSchema.safeParse(part).success);
  if (wrong !== undefined)
    throw new Refusal(`"${wrong}" is not an id. Use lower case letters, digits and hyphens, as in ${newKinds[kind].example}`);
  return written;
}

function readOption(argument: string, next: string | undefined): { name: string; value: string | undefined; used: number } {
  const [name = '', ...rest] = argument.slice(2).split('=');
  if (rest.length > 0) return { name, value: rest.join('='), used: 1 };
  return next === undefined || next.startsWith('--') ? { name, value: undefined, used: 1 } : { name, value: next, used: 2 };
}

/** Reads `<kind> <id> [--field value ...]`. Throws a `Refusal` where it cannot be meant. */
export function readRequest(args: readonly string[]): Request {
  const words: string[] = [];
  const options: { name: string; value: string | undefined }[] = [];
  for (let index = 0; index < args.length;) {
    const argument = args[index] ?? '';
    if (!argument.startsWith('--')) {
      words.push(argument);
      index += 1;
      continue;
    }
    const { used, ...option } = readOption(argument, args[index + 1]);
    options.push(option);
    index += used;
  }
  const [kind, ...rest] = words;
  if (kind !== undefined && !isNewKind(kind))
    throw new Refusal(`There is no kind "${kind}". ${suggest(kind, newKindNames, `The kinds are ${newKindNames.join(', ')}.`)}`);
  const id = kind === 'decision' ? rest.join(' ') || undefined : rest[0];
  if (kind !== 'decision' && rest.length > 1)
    throw new Refusal(`"${rest[1]}" stands alone. Put a value of several words in quotation marks`);
  const given = new Map<string, string[]>();
  const request = { kind, id: id !== undefined && kind ? readId(kind, id) : undefined, given, blank: false, help: false };
  for (const { name, value } of options) {
    if (name === 'blank' || name === 'help') {
      request[name] = true;
      continue;
    }
    if (!kind) throw new Refusal(`Say first what to make: npm run new -- <kind> <id> --${name} ...`);
    const { names, leafByName } = listNames(kind);
    const leaf = leafByName.get(name);
    if (!leaf)
      throw new Refusal(
        `${withArticle(kind).replace('a', 'A')} has no field "${name}". ${suggest(name, names, `npm run new -- ${kind} --help lists them.`)}`,
      );
    if (value === undefined) throw new Refusal(`--${name} needs a value after it`);
    given.set(name, [...(given.get(name) ?? []), ...splitValue(leaf, value)]);
  }
  return request;
}
