import { z } from 'zod';
import { describeField, kindReferredTo, unwrap } from '../../src/schema/describe.ts';
import { type Given, listLeaves } from '../../src/schema/skeleton.ts';
import { Refusal } from './change.ts';
import { type NewKind, newKindNames, newKinds } from './new-kinds.ts';
import { readId, type Request } from './read-request.ts';

/** How an editor is asked. An answer of undefined leaves a blank. */
export interface Prompts {
  write: (question: string, hint: string, refuse?: (answer: string) => string | undefined) => Promise<string | undefined>;
  choose: (question: string, choices: readonly string[]) => Promise<string | undefined>;
}

/** The values that a field can have, where they are known. */
function listChoices(schema: z.core.$ZodType, idsOf: (kind: string) => readonly string[]): readonly string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return listChoices(inner.element, idsOf);
  if (inner instanceof z.ZodEnum) return inner.options.map(String);
  if (inner instanceof z.ZodBoolean) return ['true', 'false'];
  const kind = kindReferredTo(inner);
  return kind ? idsOf(kind) : [];
}

const refuseId = (kind: NewKind) => (answer: string) => {
  try {
    readId(kind, answer);
    return undefined;
  } catch (error) {
    return error instanceof Refusal ? error.message : String(error);
  }
};

/** What can be known without asking: the ids of a kind, and values that follow from a new record's id. */
export interface Known {
  idsOf: (kind: string) => readonly string[];
  valuesOf: (kind: NewKind, id: string) => Given;
}

/** Asks for what the request leaves open: the kind, the id, and each field that is needed. */
export async function ask(
  request: Request,
  prompts: Prompts,
  { idsOf, valuesOf }: Known,
): Promise<{ kind: NewKind; id: string; given: Given }> {
  const chosen = request.kind ?? (await prompts.choose('What is to be added?', newKindNames));
  const kind = newKindNames.find((name) => name === chosen);
  if (!kind) throw new Refusal('Nothing was chosen, and nothing was made');
  const { schema, example } = newKinds[kind];
  const id = request.id ?? (await prompts.write(`Its id (${schema.description ?? kind})`, example, refuseId(kind)));
  if (id === undefined) throw new Refusal('No id was given, and nothing was made');
  const given = new Map(request.given);
  const known = valuesOf(kind, readId(kind, id));
  const settled = (path: string) => known.has(path) || given.has(path) || given.has(path.split('.').at(-1) ?? '');
  for (const { path, schema: field } of listLeaves(schema).filter(({ required, path: name }) => required && !settled(name))) {
    const choices = listChoices(field, idsOf);
    const answer =
      choices.length > 0
        ? await prompts.choose(`${path}: ${describeField(field)}`, choices)
        : await prompts.write(`${path}: ${describeField(field)}`, '');
    if (answer !== undefined) given.set(path, [answer]);
  }
  return { kind, id: readId(kind, id), given };
}
