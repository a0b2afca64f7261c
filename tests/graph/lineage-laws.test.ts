import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRecord } from '../../src/compile/record.ts';
import type { OwnedEntry } from '../../src/graph/archive.ts';
import { checkLineages } from '../../src/graph/check-lineages.ts';
import { compareDates } from '../../src/graph/interval.ts';
import { buildLineages } from '../../src/graph/lineage.ts';
import { keyOf, type Target } from '../../src/graph/targets.ts';
import { readEdtf } from '../../src/schema/date.ts';
import { type Recommendation, recommendationSchema, recommendationStates } from '../../src/schema/decision.ts';
import { evidence, write } from '../builders/content.ts';
import { decisionEntry } from '../builders/records.ts';

const dates = { d0: '2020-01-01', d1: '2020-06', d2: '2021-03-04', d3: '2022' };
const decisionIds = ['d0', 'd1', 'd2', 'd3'] as const;
const decisions = decisionIds.map((id) => decisionEntry(id, dates[id]));
const dateOf = new Map<string, string>(Object.entries(dates));
const ownerOf = (id: string) => id.slice(0, 2);
const compareOwners = (a: string, b: string) => compareDates(dateOf.get(ownerOf(a)) ?? '', dateOf.get(ownerOf(b)) ?? '');

const someDate = fc.constantFrom('2019-12', '2020-01-01', '2020-06', '2020-06-15', '2021-03-04', '2021', '2022', '2022-05-06');
const someFinding = fc.constantFrom(...decisionIds.map((id) => `${id}/breach`));
const someState = fc.record({
  state: fc.constantFrom(...recommendationStates),
  date: fc.option(someDate, { nil: undefined }),
  finding: fc.option(someFinding, { nil: undefined }),
  admittedBy: fc.option(fc.constantFrom('mill', 'stranger'), { nil: undefined }),
});
const recommendation = (id: string, fields: object): OwnedEntry<Recommendation> => ({
  id,
  decision: ownerOf(id),
  data: recommendationSchema.parse({ id: id.slice(3), action: `Do ${id}`, to: ['mill'], evidence, ...fields }),
});
const toHistory = (states: readonly object[]) => states.map((state) => ({ text: 'It is said.', evidence, ...state }));

/** Any eight recommendations of four decisions, most of them against some law. */
const ids = decisionIds.flatMap((id) => [`${id}/a`, `${id}/b`]);
const anyRows = fc
  .tuple(
    ...ids.map((id) =>
      fc.record({
        id: fc.constant(id),
        repeats: fc.option(fc.constantFrom(...ids), { nil: undefined, freq: 2 }),
        foundNotCarriedOutBy: fc.subarray(decisionIds.map((one) => `${one}/breach`)),
        states: fc.array(someState, { minLength: 1, maxLength: 3 }),
      }),
    ),
  )
  .map((rows) => rows.map(({ id, states, ...fields }) => recommendation(id, { ...fields, history: toHistory(states) })));

/** Recommendations that keep every law: each repeats earlier ones only, and its breaches are found later. */
const lawfulRows = fc
  .tuple(...ids.map((id) => fc.record({ id: fc.constant(id), pick: fc.nat(), breach: fc.nat(), repeated: fc.boolean() })))
  .map((rows) =>
    rows.map(({ id, pick, breach, repeated }) => {
      const earlier = ids.filter((other) => compareOwners(other, id) < 0);
      const later = decisionIds.filter((other) => compareOwners(other, id) > 0);
      const finding = later.length > 0 && breach % 2 === 0 ? `${later[breach % later.length]}/breach` : undefined;
      const found = finding === undefined ? [] : [{ state: 'not-done', date: dateOf.get(ownerOf(finding)), finding }];
      return recommendation(id, {
        repeats: repeated && earlier.length > 0 ? earlier[pick % earlier.length] : undefined,
        foundNotCarriedOutBy: finding === undefined ? [] : [finding],
        history: toHistory([{ state: 'recommended', date: dateOf.get(ownerOf(id)) }, ...found, { state: 'unknown' }]),
      });
    }),
  );

/** The recommendations with which something is wrong. */
function listFaulty(rows: readonly OwnedEntry<Recommendation>[]): string[] {
  const targets = new Map(
    rows.map(({ id }, line): [string, Target] => [keyOf('recommendation', id), { kind: 'recommendation', id, file: '', line, column: 1 }]),
  );
  const lines = new Set(checkLineages(rows, decisions, targets).map(({ line }) => line));
  return rows.flatMap(({ id }, line) => (lines.has(line) ? [id] : []));
}

test('what keeps the laws is accepted', () => {
  fc.assert(
    fc.property(lawfulRows, (rows) => {
      expect(listFaulty(rows)).toEqual([]);
    }),
  );
});

const isSurelyBefore = (a: string, b: string) => (readEdtf(a).end?.last ?? Infinity) < (readEdtf(b).start?.first ?? -Infinity);

/** Whether following what a recommendation repeats never ends. */
function loops(id: string, rows: readonly OwnedEntry<Recommendation>[]): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined; at = rows.find((row) => row.id === at)?.data.repeats) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

/** Whether a recommendation keeps every law, told from the laws alone. */
function isLawful({ id, data }: OwnedEntry<Recommendation>, rows: readonly OwnedEntry<Recommendation>[]): boolean {
  const { repeats, history, foundNotCarriedOutBy } = data;
  const findings = [...foundNotCarriedOutBy, ...history.flatMap(({ finding }) => finding ?? [])];
  const named = new Set(history.flatMap(({ state, finding }) => (finding && state === 'not-done' ? [finding] : [])));
  const dated = history.flatMap(({ date }) => date ?? []);
  return [
    !loops(id, rows),
    repeats === undefined || compareOwners(repeats, id) < 0,
    findings.every((finding) => compareOwners(finding, id) > 0),
    named.symmetricDifference(new Set(foundNotCarriedOutBy)).size === 0,
    dated.every((date, index) => index === 0 || !isSurelyBefore(date, dated[index - 1] ?? '')),
    history.every(({ state, finding, admittedBy }) => state !== 'not-done' || finding !== undefined || admittedBy !== undefined),
    history.every(({ admittedBy }) => admittedBy === undefined || admittedBy === 'mill'),
    history.every(({ date, finding }) => !date || !finding || !isSurelyBefore(dateOf.get(ownerOf(finding)) ?? '', date)),
    ['recommended', 'agreed'].includes(history[0]?.state ?? ''),
  ].every(Boolean);
}

test('whatever breaks a law is refused, and nothing else: no loop, no step before its cause, no breach but by a later finding', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      expect(listFaulty(rows)).toEqual(rows.filter((row) => !isLawful(row, rows)).map(({ id }) => id));
    }),
    { numRuns: 300 },
  );
});

test('each recommendation stands in one lineage, with every step of it, in whatever order they are read', () => {
  const outlineOf = (rows: readonly OwnedEntry<Recommendation>[]) =>
    buildLineages(rows, dateOf)
      .map(({ id, recommendations, steps }) => `${id}: ${recommendations.toSorted().join(' ')}; ${steps.length}`)
      .toSorted();
  fc.assert(
    fc.property(lawfulRows, (rows) => {
      const lineages = buildLineages(rows, dateOf);
      expect(lineages.flatMap(({ recommendations }) => recommendations).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
      expect(lineages.flatMap(({ steps }) => steps).length).toBe(rows.reduce((sum, { data }) => sum + data.history.length, 0));
      for (const { id, recommendations, steps } of lineages) {
        for (const later of recommendations.slice(1)) expect(compareOwners(id, later)).toBeLessThan(0);
        const days = steps.flatMap(({ state }) => state.date ?? []);
        expect(days).toEqual(days.toSorted(compareDates));
      }
      expect(outlineOf(rows.toReversed())).toEqual(outlineOf(rows));
    }),
  );
});

test.each(recommendationStates)('the state "%s" is refused without evidence', (state) => {
  const history = [
    { state: 'recommended', date: '2020-03-04', text: 'It is said.', evidence },
    { state, text: 'It is said.', admittedBy: 'borough' },
  ];
  const recommendations = [{ id: 'plan', action: 'Plan', to: ['borough'], evidence, history }];
  const bare = compileRecord('decision', '11-222-333', 'content/decisions/11-222-333.mdx', write('decision', { recommendations }));
  expect(bare.problems.map(({ message }) => message)).toEqual(['The field "recommendations.0.history.1.evidence" is missing. Add it']);
});
