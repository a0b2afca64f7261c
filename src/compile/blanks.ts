import type { z } from 'zod';
import { BLANK, isBlank } from '../schema/blank.ts';
import { describeField } from '../schema/describe.ts';
import { isComponentName, vocabulary } from '../schema/vocabulary.ts';
import type { Problem } from './problem.ts';
import { schemaAt } from './validate.ts';
import type { LocatedData } from './yaml-document.ts';

const listBlanks = (value: unknown, path: PropertyKey[]): PropertyKey[][] =>
  isBlank(value)
    ? [path]
    : Array.isArray(value)
      ? value.flatMap((item, index) => listBlanks(item, [...path, index]))
      : value instanceof Object
        ? Object.entries(value).flatMap(([key, item]) => listBlanks(item, [...path, key]))
        : [];

/** The fields of a record that still hold the blank of a skeleton, with what belongs there. */
export function findBlankFields(file: string, schema: z.core.$ZodType, data: LocatedData): Problem[] {
  return listBlanks(data.value, []).map((path): Problem => {
    const field = typeof path.at(-1) === 'number' ? path.slice(0, -1) : path;
    const words = describeField(schemaAt(schema, field));
    const name = field.filter((step) => typeof step === 'string').join('.');
    return { file, ...data.locate(path), kind: 'unfilled-blank', message: `"${name}" is still blank. Fill it in${words && `: ${words}`}` };
  });
}

/** What is missing at a blank, from what stands before it on its line: words, or a property of a component. */
function describeBlank(before: string): string {
  const [, name = '', property = ''] = /<(\w+)[^<>]*\b(\w+)="[^"<>]*$/.exec(before) ?? [];
  if (!isComponentName(name)) return `"${BLANK}" is still here. Put your own words in its place`;
  const words = describeField(schemaAt(vocabulary[name], [property]));
  return `"${property}" of <${name}> is still blank. Fill it in${words && `: ${words}`}`;
}

/** The blanks left in a body. */
export function findBlankWords(file: string, body: string): Problem[] {
  return body.split('\n').flatMap((line, index) =>
    [...line.matchAll(new RegExp(`\\b${BLANK}\\b`, 'g'))].map(({ index: before }): Problem => {
      const place = { file, line: index + 1, column: before + 1 };
      return { ...place, kind: 'unfilled-blank', message: describeBlank(line.slice(0, before)) };
    }),
  );
}

/** Leaves out what is only wrong because something is blank on the same line. */
export function withoutBlanked(problems: readonly Problem[], blanks: readonly Problem[]): Problem[] {
  const lines = new Set(blanks.map(({ line }) => line));
  return problems.filter(({ line }) => !lines.has(line));
}
