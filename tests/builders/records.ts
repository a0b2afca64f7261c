import type { Segment } from '../../src/compile/segments.ts';
import type { CheckLevel, Entry, OwnedEntry, QuoteEntry, SourceEntry } from '../../src/graph/archive.ts';
import { bodySchema } from '../../src/schema/body.ts';
import { decisionSchema, type Finding, findingSchema, type Recommendation, recommendationSchema } from '../../src/schema/decision.ts';
import { essaySchema } from '../../src/schema/essay.ts';
import { eventSchema } from '../../src/schema/event.ts';
import { quoteSchema } from '../../src/schema/quote.ts';
import { sourceSchema } from '../../src/schema/source.ts';

/** Linked entries of made-up content, one at a time; `more` overrides the fields that a test is about. */

const evidence = [{ source: 'gazette' }];
const rest = { file: 'made-up.mdx', segments: [], anchors: [] };

const split = (id: string): [string, string] => {
  const [owner = '', local = ''] = id.split('/');
  return [owner, local];
};

export const bodyEntry = (id: string, more: object = {}): Entry<'body'> => ({
  kind: 'body',
  id,
  ...rest,
  data: bodySchema.parse({ name: id, short: id, role: 'council', duty: 'none', summary: id, evidence, ...more }),
});

/** `body` took over from each of `from`, written `old 2022-07-01`. */
export const successor = (id: string, ...from: string[]): Entry<'body'> => {
  const succeeds = from.map((text) => text.split(' ')).map(([body, date]) => ({ body, date, evidence }));
  return bodyEntry(id, { succeeds });
};

export const eventEntry = (id: string, date: string, more: object = {}): Entry<'event'> => ({
  kind: 'event',
  id,
  ...rest,
  data: eventSchema.parse({ title: id, date, kind: 'situation', evidence, ...more }),
});

export const essayEntry = (id: string, more: object = {}, segments: Segment[] = []): Entry<'essay'> => ({
  kind: 'essay',
  id,
  ...rest,
  segments,
  data: essaySchema.parse({ title: id, summary: id, order: 1, ...more }),
});

export const decisionEntry = (id: string, date: string, more: object = {}, segments: Segment[] = []): Entry<'decision'> => {
  const data = {
    ref: '11 111 111',
    title: id,
    date,
    dateEvidence: evidence,
    decidedBy: 'board',
    form: 'decision-statement',
    read: 'part',
    readNote: 'A part.',
    summary: id,
  };
  return {
    kind: 'decision',
    id,
    ...rest,
    segments,
    data: decisionSchema.parse({ ...data, statements: [{ body: 'mill', outcome: 'upheld' }], ...more }),
  };
};

export const findingEntry = (id: string, more: object = {}): OwnedEntry<Finding> => {
  const [decision, local] = split(id);
  return { id, decision, data: findingSchema.parse({ id: local, text: id, bodies: ['mill'], evidence, ...more }) };
};

export const reply = (body: string, more: object = {}) => ({ body, text: 'It was busy.', evidence, ...more });

/** A recommendation with its states written as `state`, `state date`, or `state date mill,town` where it is the state of some bodies. */
export const recommendationEntry = (id: string, states: readonly string[], more: object = {}): OwnedEntry<Recommendation> => {
  const [decision, local] = split(id);
  const history = states
    .map((text) => text.split(' '))
    .map(([state, date, bodies]) => ({ state, date, bodies: bodies?.split(','), text: 'So it is said.', evidence }));
  return {
    id,
    decision,
    data: recommendationSchema.parse({ id: local, action: 'Mend the roof', to: ['mill'], evidence, history, ...more }),
  };
};

/** A quotation of a decision, or of a source where `kind` says so. */
export const quoteEntry = (
  id: string,
  more: object = {},
  checked: CheckLevel = 'verified',
  kind: 'decision' | 'source' = 'decision',
): QuoteEntry => {
  const [owner, local] = split(id);
  const data = quoteSchema.parse({ id: local, text: local, voice: 'finding', speaker: { body: 'board' }, evidence, ...more });
  return { id, owner: { kind, id: owner }, data, checks: [], checked, persons: [] };
};

export const sourceEntry = (id: string, more: object = {}, custom: object = {}): SourceEntry => {
  const known = { short: id, group: 'web', tier: 'official', about: 'An invented page.', read: 'whole', ...custom };
  return { id, data: sourceSchema.parse({ id, type: 'webpage', title: id, custom: known, ...more }) };
};
