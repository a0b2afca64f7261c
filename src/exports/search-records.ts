import type { Archive } from '../graph/archive.ts';
import { formatDate } from '../graph/date-text.ts';
import { keyOf } from '../graph/targets.ts';
import type { TargetKind } from '../schema/reference.ts';
import { GAP } from './plain-text.ts';
import { callPerson, draftSearchRecords, type SearchDraft } from './search-drafts.ts';
import { type SearchKind, searchKinds } from './search-kinds.ts';

type FilterName = 'kind' | 'decision' | 'body' | 'voice' | 'theme' | 'year';
export type Filters = Record<FilterName, string[]>;

/** What the search index holds of one thing, beside the text of its page. */
export interface SearchRecord {
  kind: SearchKind;
  id: string;
  /** Where a hit leads: its one address, without origin and base. */
  address: string;
  /** The built page whose text is indexed, or the text itself. */
  text: { page: string } | { content: string };
  filters: Filters;
  /**
   * Words that are searched and shown but stand in no text: `title` and its `variants`; `date` in words; `also`, the letters
   * that the persons here have elsewhere (`Mr Q = Mr Y`); `names`, the full names and other spellings of the bodies concerned.
   */
  meta: { title: string; variants?: string; date?: string; also?: string; names?: string };
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** Every name that a person here has elsewhere in the family, and what that person is called here. */
function listAliases(archive: Archive, persons: ReadonlySet<string>, within: string | undefined): { name: string; here: string }[] {
  if (persons.size === 0) return [];
  return archive.persons
    .filter(({ id }) => persons.has(id))
    .flatMap((person) => {
      const { names } = person.data;
      const here = names.find(({ decision }) => decision === within)?.name;
      return unique(names.map(({ name }) => name))
        .filter((name) => name !== here)
        .map((name) => ({ name, here: here ?? callPerson(person) }));
    });
}

/** The persons that each record mentions in its text, by `kind:id` of the record. */
function listMentionedPersons(archive: Archive): Map<string, string[]> {
  const pairs = archive.persons.flatMap(({ id }) =>
    (archive.mentions.get(keyOf('person', id)) ?? []).map((mention) => ({ id, key: keyOf(mention.kind, mention.id) })),
  );
  return new Map([...Map.groupBy(pairs, ({ key }) => key)].map(([key, found]) => [key, found.map(({ id }) => id)]));
}

/**
 * Everything that search finds, each thing once, with its filters, aliases and the page or text to index. Pure; the
 * order is that of the kinds, then of the archive.
 */
export function listSearchRecords(archive: Archive): SearchRecord[] {
  const mentioned = listMentionedPersons(archive);
  const bodyById = new Map(archive.bodies.map((body) => [body.id, body.data]));
  const labels = (kind: TargetKind, ids: readonly string[] = []) => unique(ids.map((id) => archive.labels.get(keyOf(kind, id)) ?? id));

  return draftSearchRecords(archive).map((draft: SearchDraft): SearchRecord => {
    const { kind, target, id, title, date, within } = draft;
    const address = archive.urlOf(target, id);
    const persons = new Set([...(draft.persons ?? []), ...(mentioned.get(keyOf(target, id)) ?? [])]);
    const content = draft.content?.filter(Boolean).join(GAP);
    const also = listAliases(archive, persons, within).filter(({ here }) => content === undefined || content.includes(here));
    const spellings = (all: readonly string[]) =>
      unique(all)
        .filter((name) => name !== title)
        .join('; ');
    const variants = spellings(draft.variants ?? []);
    const names =
      kind === 'body'
        ? ''
        : spellings(
            (draft.bodies ?? [])
              .flatMap((body) => [bodyById.get(body)?.name ?? '', ...(bodyById.get(body)?.variants ?? [])])
              .filter((name) => !/^the /i.test(name)),
          );
    return {
      kind,
      id,
      address,
      text: searchKinds[kind].from === 'page' ? { page: draft.page ?? address } : { content: content ?? '' },
      filters: {
        kind: [kind],
        decision: labels('decision', draft.decisions),
        body: labels('body', draft.bodies),
        voice: draft.voice ? [draft.voice] : [],
        theme: labels('theme', draft.themes),
        year: unique((draft.years ?? []).map(String)),
      },
      meta: {
        title,
        ...(variants && { variants }),
        ...(date && { date: formatDate(date) }),
        ...(also.length > 0 && { also: also.map(({ name, here }) => `${name} = ${here}`).join('; ') }),
        ...(names && { names }),
      },
    };
  });
}

/** Every value of each filter that something in the archive has, in the order of a list a person chooses from. */
export function listFilterValues(archive: Archive, records: readonly SearchRecord[] = listSearchRecords(archive)): Filters {
  const valuesOf = (name: FilterName) => unique(records.flatMap(({ filters }) => filters[name]));
  const byText = (a: string, b: string) => a.localeCompare(b, 'en-GB');
  return {
    kind: valuesOf('kind'),
    decision: archive.decisions.map(({ data }) => data.ref),
    body: valuesOf('body').toSorted(byText),
    voice: valuesOf('voice'),
    theme: valuesOf('theme').toSorted(byText),
    year: valuesOf('year').toSorted().toReversed(),
  };
}
