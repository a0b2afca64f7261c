import type { Archive } from './archive.ts';
import { formatPence } from './money.ts';
import { keyOf } from './targets.ts';

type Labelled = Omit<
  Archive,
  | 'labels'
  | 'mentions'
  | 'uses'
  | 'conflictsByTarget'
  | 'claimResults'
  | 'lineages'
  | 'addresses'
  | 'permalinks'
  | 'parts'
  | 'partOf'
  | 'urlOf'
  | 'access'
>;

/** Cuts a quotation at a word, so that its label fits a line. */
export function shorten(text: string, longest = 60): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const space = cut.lastIndexOf(' ');
  return `${(space > 0 ? cut.slice(0, space) : cut).trimEnd()} …`;
}

/** The words by which each thing is called in a link. */
export function buildLabels(archive: Labelled): Map<string, string> {
  const refOf = new Map(archive.decisions.map(({ id, data }) => [id, data.ref]));
  const shortOf = new Map(archive.bodies.map(({ id, data }) => [id, data.short]));
  const personById = new Map(archive.persons.map((person) => [person.id, person.data]));
  const letterOf = (person: string, decision: string) => {
    const data = personById.get(person);
    return data?.names.find((name) => name.decision === decision)?.name ?? data?.role ?? person;
  };
  return new Map([
    ...archive.decisions.map(({ id, data }) => [keyOf('decision', id), data.ref] as const),
    ...archive.events.map(({ id, data }) => [keyOf('event', id), data.title] as const),
    ...archive.bodies.map(({ id, data }) => [keyOf('body', id), data.short] as const),
    ...archive.families.map(({ id, data }) => [keyOf('family', id), data.title] as const),
    ...archive.themes.map(({ id, data }) => [keyOf('theme', id), data.label] as const),
    ...archive.terms.map(({ id, data }) => [keyOf('term', id), data.term] as const),
    ...archive.conflicts.map(({ id, data }) => [keyOf('conflict', id), data.title] as const),
    ...archive.claims.map(({ id, data }) => [keyOf('claim', id), data.title] as const),
    ...archive.essays.map(({ id, data }) => [keyOf('essay', id), data.title] as const),
    ...archive.corrections.map(({ id, data }) => [keyOf('correction', id), data.title] as const),
    ...archive.sources.map(({ id, data }) => [keyOf('source', id), data.custom.short] as const),
    ...archive.persons.map(({ id, data }) => [keyOf('person', id), data.role] as const),
    ...archive.findings.map(({ id, data }) => [keyOf('finding', id), data.text] as const),
    ...archive.recommendations.map(({ id, data }) => [keyOf('recommendation', id), data.action] as const),
    ...archive.payments.map(
      ({ id, decision, data }) =>
        [
          keyOf('payment', id),
          `${formatPence(data.pence)} from ${shortOf.get(data.payer) ?? data.payer} to ${data.payees.map((payee) => letterOf(payee, decision)).join(' and ')}, ${refOf.get(decision) ?? decision}`,
        ] as const,
    ),
    ...archive.quotes.map(({ id, data }) => [keyOf('quote', id), `“${shorten(data.text)}”`] as const),
  ]);
}
