import type { Archive, Entry, Lineage, PersonEntry, QuoteEntry, SourceEntry } from '../graph/archive.ts';
import { formatPence } from '../graph/money.ts';
import { keyOf } from '../graph/targets.ts';
import { readEdtf } from '../schema/date.ts';
import type { TargetKind } from '../schema/reference.ts';
import { readProse } from './plain-text.ts';
import type { SearchKind } from './search-kinds.ts';

/** One thing to be found, as its kind tells it: everything it concerns by id. */
export interface SearchDraft {
  kind: SearchKind;
  target: TargetKind;
  id: string;
  title: string;
  date?: string | undefined;
  decisions?: readonly string[];
  bodies?: readonly string[];
  voice?: string;
  themes?: readonly string[];
  years?: readonly number[];
  persons?: readonly string[];
  /** Other spellings of the title. */
  variants?: readonly string[];
  /** The decision whose letters the persons have here. */
  within?: string | undefined;
  /** The page that holds the text, where that is not the address. */
  page?: string;
  /** The text itself, where no page of its own holds it. */
  content?: readonly string[];
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
const ownerOf = (id: string) => id.split('/')[0] ?? '';
const byId = <T extends { id: string }>(entries: readonly T[]) => new Map(entries.map((entry) => [entry.id, entry]));

/** Every year that a date touches. */
function listYears(edtf: string): number[] {
  const { start, end } = readEdtf(edtf);
  const [first = 0, last = 0] = [start ?? end, end ?? start].map((one) => Number(one?.text.slice(0, 4)));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const yearsOfSource = (source: SourceEntry | undefined) => source?.data.issued?.['date-parts'][0]?.slice(0, 1) ?? [];

const namesIn = ({ data }: SourceEntry): string[] =>
  [...(data.author ?? []), ...(data.editor ?? [])].map((name) =>
    'literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' '),
  );

/** A person in two or three words: "the father". */
export const callPerson = (person: PersonEntry) => person.data.role.split(',')[0] ?? person.data.role;

/** Everything that search finds, in the order of its kinds. Pure. */
export function draftSearchRecords(archive: Archive): SearchDraft[] {
  const decisions = byId(archive.decisions);
  const recommendations = byId(archive.recommendations);
  const sources = byId(archive.sources);
  const personsByFamily = Map.groupBy(archive.persons, ({ family }) => family);
  const label = (kind: TargetKind, id: string) => archive.labels.get(keyOf(kind, id)) ?? id;
  const prose = ({ segments }: Pick<Entry, 'segments'>) => readProse(archive, segments);
  const familyOf = (decision: string) => (personsByFamily.get(decisions.get(decision)?.data.family ?? '') ?? []).map(({ id }) => id);
  const yearsOf = (decision: string) => listYears(decisions.get(decision)?.data.date ?? '');

  const draftDecision = ({ id, data }: Entry<'decision'>): SearchDraft => ({
    kind: 'decision',
    target: 'decision',
    id,
    title: data.title,
    date: data.date,
    decisions: [id],
    years: yearsOf(id),
    bodies: [...data.statements.map(({ body }) => body), data.decidedBy],
    themes: [...data.findings, ...data.recommendations, ...data.quotes].flatMap(({ themes }) => themes),
    persons: familyOf(id),
    within: id,
  });

  const draftQuote = ({ id, owner, data, persons }: QuoteEntry): SearchDraft => ({
    kind: 'quotation',
    target: 'quote',
    id,
    title: `“${data.text}”`,
    voice: data.voice,
    themes: data.themes,
    bodies: [...data.bodies, ...(data.speaker.body ? [data.speaker.body] : [])],
    persons: [...persons, ...(data.speaker.person ? [data.speaker.person] : [])],
    ...(owner.kind === 'decision' && { decisions: [owner.id], date: decisions.get(owner.id)?.data.date, within: owner.id }),
    years: owner.kind === 'decision' ? yearsOf(owner.id) : yearsOfSource(sources.get(owner.id)),
  });

  const draftEvent = ({ id, data }: Entry<'event'>): SearchDraft => ({
    kind: 'event',
    target: 'event',
    id,
    title: data.title,
    date: data.date,
    years: listYears(data.date),
    page: `/timeline/${id}/`,
    decisions: data.decisions,
    bodies: data.bodies,
    themes: data.themes,
    persons: data.persons,
  });

  const draftConflict = (conflict: Entry<'conflict'>): SearchDraft => {
    const { title, positions, view, passages } = conflict.data;
    const owned = passages
      .flatMap(({ finding, recommendation, payment, quote }) => [finding, recommendation, payment, quote])
      .flatMap((id) => (id ? [ownerOf(id)] : []));
    return {
      kind: 'conflict',
      target: 'conflict',
      id: conflict.id,
      title,
      bodies: passages.flatMap(({ body }) => body ?? []),
      persons: passages.flatMap(({ person }) => person ?? []),
      decisions: [...passages.flatMap(({ decision }) => decision ?? []), ...owned.filter((id) => decisions.has(id))],
      content: [title, ...positions.map(({ text }) => text), prose(conflict), view],
    };
  };

  const draftLineage = (lineage: Lineage): SearchDraft => {
    const rows = lineage.recommendations.flatMap((id) => recommendations.get(id) ?? []);
    const made = rows.map(({ decision }) => decision);
    return {
      kind: 'recommendation',
      target: 'recommendation',
      id: lineage.id,
      title: rows[0]?.data.action ?? lineage.id,
      decisions: made,
      years: made.flatMap(yearsOf),
      bodies: rows.flatMap(({ data }) => data.to),
      themes: rows.flatMap(({ data }) => data.themes),
      persons: made.flatMap(familyOf),
      content: rows.flatMap(({ data }) => [
        data.action,
        `To ${data.to.map((body) => label('body', body)).join(', ')}`,
        data.due?.text ?? '',
        ...data.history.map(({ text }) => text),
      ]),
    };
  };

  const draftPerson = (person: PersonEntry): SearchDraft => {
    const { role, names } = person.data;
    return {
      kind: 'person',
      target: 'person',
      id: person.id,
      title: `${unique(names.map(({ name }) => name)).join(', ')}: ${callPerson(person)}`,
      decisions: names.map(({ decision }) => decision),
      content: [role, ...names.map(({ name, decision }) => `${name} in ${label('decision', decision)}`)],
    };
  };

  const draftTerm = (term: Entry<'term'>): SearchDraft => ({
    kind: 'term',
    target: 'term',
    id: term.id,
    title: term.data.term,
    variants: term.data.variants,
    content: [term.data.term, term.data.definition, prose(term)],
  });

  const draftClaim = (claim: Entry<'claim'>): SearchDraft => {
    const { title, view, tests, says } = claim.data;
    const sums = tests.flatMap(({ sum }) => sum ?? []);
    return {
      kind: 'claim',
      target: 'claim',
      id: claim.id,
      title,
      decisions: sums.flatMap((sum) => sum.decisions ?? []),
      persons: sums.flatMap(({ payee }) => payee ?? []),
      content: [title, 'pence' in says ? formatPence(says.pence) : '', prose(claim), ...tests.map((test) => test.label), view],
    };
  };

  const draftSource = (source: SourceEntry): SearchDraft => {
    const { title, publisher = '', custom, 'container-title': container = '' } = source.data;
    return {
      kind: 'source',
      target: 'source',
      id: source.id,
      title: title.startsWith('[') ? custom.short : title,
      variants: [custom.short, ...namesIn(source)],
      content: [title, custom.short, ...namesIn(source), container, publisher, custom.about, custom.readNote ?? ''],
    };
  };

  return [
    ...archive.decisions.map(draftDecision),
    ...archive.quotes.map(draftQuote),
    ...archive.events.map(draftEvent),
    ...archive.essays.map(({ id, data }): SearchDraft => ({
      kind: 'essay',
      target: 'essay',
      id,
      title: data.title,
      decisions: data.decisions,
      themes: data.themes,
    })),
    ...archive.bodies.map(({ id, data }): SearchDraft => ({
      kind: 'body',
      target: 'body',
      id,
      title: data.name,
      bodies: [id],
      variants: data.variants,
    })),
    ...archive.themes.map(({ id, data }): SearchDraft => ({ kind: 'theme', target: 'theme', id, title: data.label, themes: [id] })),
    ...archive.conflicts.map(draftConflict),
    ...archive.lineages.map(draftLineage),
    ...archive.persons.map(draftPerson),
    ...archive.terms.map(draftTerm),
    ...archive.claims.map(draftClaim),
    ...archive.sources.map(draftSource),
  ];
}
