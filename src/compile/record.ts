import { citedKinds, type DataOf, groundedKinds, type Kind, kinds } from '../schema/kinds.ts';
import type { Block } from './blocks.ts';
import { findBlankFields, findBlankWords, withoutBlanked } from './blanks.ts';
import { type Anchor, compileBody } from './body.ts';
import { splitFile } from './frontmatter.ts';
import { findPersonalData } from './personal-data.ts';
import { type Problem, sortProblems } from './problem.ts';
import { collectReferences, completeReferences, type Reference } from './references.ts';
import { listCalls, type Segment } from './segments.ts';
import type { Coverage } from './sentences.ts';
import { validate } from './validate.ts';
import type { Place } from './line-places.ts';

/** One file, compiled: everything known of it without looking at any other. */
export interface CompiledRecord<K extends Kind = Kind> {
  kind: K;
  id: string;
  file: string;
  data: DataOf<K>;
  /** Where each id of an owned record (finding, quotation ...) stands, by path: `findings.0`. */
  places: Record<string, Place>;
  segments: Segment[];
  anchors: Anchor[];
  references: Reference[];
  /** What the body places that linking must know: lengths of time, and quotations of its own, by whole id. */
  placed: Placed;
  /** Of a text: its parts, instead of segments. */
  blocks?: Block[];
  /** Of an essay: how its sentences are tied to the record. */
  coverage?: Coverage;
}

interface Placed {
  spans: { from: string; to: string }[];
  quotes: string[];
}

export interface Compiled<K extends Kind = Kind> {
  record: CompiledRecord<K> | undefined;
  problems: Problem[];
}

const OWNED = ['findings', 'recommendations', 'payments', 'quotes', 'persons'] as const;

function placesOf(data: object, locate: (path: readonly PropertyKey[]) => Place): Record<string, Place> {
  const places: Record<string, Place> = {};
  for (const field of OWNED) {
    const list: unknown = Reflect.get(data, field);
    if (!Array.isArray(list)) continue;
    for (const index of list.keys()) places[`${field}.${index}`] = locate([field, index]);
  }
  return places;
}

function listPlaced(segments: readonly Segment[]): Placed {
  const calls = listCalls(segments);
  return {
    spans: calls.flatMap(({ name, props: { from = '', to = '' } }) => (name === 'Days' ? [{ from, to }] : [])),
    quotes: calls.flatMap(({ name, props: { id = '' } }) => (name === 'Quote' ? [id] : [])),
  };
}

/** Compiles one normalised `.mdx` file. Pure: the same text gives the same record and the same problems. */
export function compileRecord<K extends Kind>(kind: K, id: string, file: string, text: string): Compiled<K> {
  const { frontmatter, body, problems: unframed } = splitFile(file, text);
  const framing = [...unframed, ...findPersonalData(file, text, kind === 'text')];
  const compiled = compileBody(file, body, id, {
    grounded: groundedKinds.includes(kind),
    cited: citedKinds.includes(kind),
    official: kind === 'text',
  });
  if (!frontmatter) return { record: undefined, problems: sortProblems([...framing, ...compiled.problems]) };

  const schema = kinds[kind].schema;
  const { value, problems: faults } = validate(file, schema, frontmatter);
  const blanks = [...findBlankFields(file, schema, frontmatter), ...findBlankWords(file, body)];
  const problems = sortProblems([...blanks, ...withoutBlanked([...framing, ...faults, ...compiled.problems], blanks)]);
  if (value === undefined || blanks.length > 0) return { record: undefined, problems };

  const found = collectReferences(schema, value);
  const data = completeReferences(value, found, id) as DataOf<K>;
  const references = collectReferences(schema, data).map(({ path, ...reference }) => ({ ...reference, ...frontmatter.locate(path) }));
  const places = { '': frontmatter.locate([]), ...placesOf(data, frontmatter.locate) };
  const { segments, anchors, blocks, coverage } = compiled;
  const record = {
    kind,
    id,
    file,
    data,
    places,
    segments,
    anchors,
    references: [...references, ...compiled.references],
    placed: listPlaced([...segments, ...(blocks ?? []).flatMap((block) => block.segments)]),
    ...(blocks && { blocks }),
    ...(coverage && { coverage }),
  };
  return { record, problems };
}
