import { z } from 'zod';
import { unwrap } from '../schema/describe.ts';
import { suggest } from './nearest.ts';
import type { Problem, ProblemKind } from './problem.ts';
import { problemKinds } from './problem.ts';
import type { LocatedData } from './yaml-document.ts';

type Issue = z.core.$ZodIssue;

const isProblemKind = (kind: unknown): kind is ProblemKind => problemKinds.some((known) => known === kind);

/** The schema at a path, in the optional and default wrappers that it has there. */
export function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType {
  let current = schema;
  for (const step of path) {
    const inner = unwrap(current);
    if (inner instanceof z.ZodObject) current = inner.shape[String(step)] ?? inner;
    else if (inner instanceof z.ZodArray) current = inner.element;
    else return inner;
  }
  return current;
}

const listKeys = (schema: z.core.$ZodType): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : schema instanceof z.ZodUnion ? schema.options.flatMap(listKeys) : [];

const fieldName = (path: readonly PropertyKey[]) => path.map(String).join('.');

/** Says in plain words what one issue of the schema is. */
function explain(issue: Issue, schema: z.core.$ZodType, value: unknown): { kind: ProblemKind; message: string }[] {
  const field = fieldName(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const parent = unwrap(schemaAt(schema, issue.path));
    const known = listKeys(parent);
    return issue.keys.map((key) => {
      const message = `Unknown field "${key}". ${suggest(key, known, `The fields here are ${known.join(', ')}.`)}`;
      return { kind: 'unknown-field', message };
    });
  }
  if (value === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) {
    return [{ kind: 'missing-field', message: `The field "${field}" is missing. Add it` }];
  }
  if (value === null && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) {
    return [{ kind: 'missing-field', message: `The field "${field}" is blank. Fill it in` }];
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    const message = `"${String(value)}" is not a value of "${field}". ${suggest(String(value), allowed, `Use one of ${allowed.join(', ')}.`)}`;
    return [{ kind: 'bad-value', message }];
  }
  const named: unknown = issue.code === 'custom' ? issue.params?.['kind'] : undefined;
  return [{ kind: isProblemKind(named) ? named : 'bad-value', message: field ? `${field}: ${issue.message}` : issue.message }];
}

/** Where no form of a union fits, the faults of the form that is nearest to what was written. */
function findNearestIssues(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
  if (nearest.length === 0) return [issue];
  return nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(findNearestIssues);
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((current, step) => (current instanceof Object ? Reflect.get(current, step) : undefined), value);

/** Checks data against a schema. Every fault is reported where it stands. */
export function validate<S extends z.ZodType>(
  file: string,
  schema: S,
  data: LocatedData,
): { value: z.infer<S> | undefined; problems: Problem[] } {
  const result = schema.safeParse(data.value ?? {});
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.flatMap(findNearestIssues).flatMap((issue) =>
    explain(issue, schema, valueAt(data.value, issue.path)).map(({ kind, message }, index): Problem => {
      const key = issue.code === 'unrecognized_keys' ? issue.keys[index] : undefined;
      const place = key === undefined ? data.locate(issue.path) : data.locateKey([...issue.path, key]);
      return { file, ...place, kind, message };
    }),
  );
  return { value: undefined, problems };
}
