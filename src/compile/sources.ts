import { z } from 'zod';
import { type Source, sourceSchema } from '../schema/source.ts';
import { findBlankFields, withoutBlanked } from './blanks.ts';
import { readJson } from './json-document.ts';
import type { Place } from './line-places.ts';
import { findPersonalData } from './personal-data.ts';
import type { Problem } from './problem.ts';
import { collectReferences, completeReferences, type Reference } from './references.ts';
import { validate } from './validate.ts';
import type { LocatedData } from './yaml-document.ts';

/** One item of sources.json, compiled. */
export interface CompiledSource {
  id: string;
  file: string;
  data: Source;
  places: Record<string, Place>;
  references: Reference[];
}

export interface CompiledSources {
  sources: CompiledSource[];
  /** The ids of items with faults, as far as they have one. */
  faulty: string[];
  problems: Problem[];
}

const within = (data: LocatedData, value: unknown, index: number): LocatedData => ({
  value,
  locate: (path) => data.locate([index, ...path]),
  locateKey: (path) => data.locateKey([index, ...path]),
});

/** Compiles sources.json. A fault in one item leaves the others standing. */
export function compileSources(file: string, text: string): CompiledSources {
  const { data, problems: unreadable } = readJson(file, text);
  const problems = [...findPersonalData(file, text), ...unreadable];
  if (!data) return { sources: [], faulty: [], problems };
  const list = validate(file, z.array(z.unknown()), data);
  const sources: CompiledSource[] = [];
  const faulty: string[] = [];
  problems.push(...list.problems);
  for (const [index, item] of (list.value ?? []).entries()) {
    const located = within(data, item, index);
    const { value, problems: faults } = validate(file, sourceSchema, located);
    const blanks = findBlankFields(file, sourceSchema, located);
    problems.push(...blanks, ...withoutBlanked(faults, blanks));
    if (!value || blanks.length > 0) {
      const id: unknown = item instanceof Object ? Reflect.get(item, 'id') : undefined;
      if (typeof id === 'string') faulty.push(id);
      continue;
    }
    const found = collectReferences(sourceSchema, value);
    const complete = completeReferences(value, found, value.id);
    const references = collectReferences(sourceSchema, complete).map(({ path, ...reference }) => ({
      ...reference,
      ...located.locate(path),
    }));
    const places = Object.fromEntries([
      ['', located.locate([])],
      ...value.custom.quotes.map((_quote, place) => [`quotes.${place}`, located.locate(['custom', 'quotes', place])]),
    ]);
    sources.push({ id: value.id, file, data: complete, places, references });
  }
  return { sources, faulty, problems };
}
