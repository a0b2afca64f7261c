import { createHash } from 'node:crypto';
import type { Segment } from '../compile/segments.ts';
import type { Archive, Entry, PublishedKind, QuoteEntry, SourceEntry } from '../graph/archive.ts';
import { writeLines } from './archive-json.ts';
import { openProse } from './prose-text.ts';
import { type Publication, toAddress } from './publication.ts';
import { openSpeakers } from './speaker.ts';
import { selectText, type TextQuoteSelector } from './text-selector.ts';

interface TextualBody {
  type: 'TextualBody';
  purpose: 'commenting' | 'tagging' | 'describing';
  value: string;
  format: 'text/plain';
  language: 'en-GB';
}
interface Link {
  type: 'SpecificResource';
  purpose: 'linking';
  source: string;
}
interface Target {
  type: 'SpecificResource';
  source: string;
  selector?: TextQuoteSelector | { type: 'FragmentSelector'; conformsTo: string; value: string };
}

/** A W3C Web Annotation. */
export interface Annotation {
  id: string;
  type: 'Annotation';
  motivation: 'highlighting' | 'commenting';
  body: (TextualBody | Link)[];
  target: Target[];
}

const FILE = '/data/annotations.jsonld';
const words = (purpose: TextualBody['purpose'], value: string): TextualBody => ({
  type: 'TextualBody',
  purpose,
  value,
  format: 'text/plain',
  language: 'en-GB',
});

/** The source in which the words were found and which has an address, the most official first. */
function findHome({ checks, owner }: QuoteEntry, sourceById: ReadonlyMap<string, SourceEntry>): SourceEntry | undefined {
  const found = checks
    .filter(({ result }) => result === 'verified' || result === 'misplaced')
    .flatMap(({ source }) => sourceById.get(source) ?? []);
  const linkable = found.filter(({ data }) => data.URL);
  return linkable.find(({ id, data }) => id === owner.id || data.custom.tier === 'official') ?? linkable[0];
}

function listQuoteAnnotations(archive: Archive, publication: Publication, texts: ReadonlyMap<string, string>): Annotation[] {
  const sourceById = new Map(archive.sources.map((source) => [source.id, source]));
  const nameSpeaker = openSpeakers(archive);
  return archive.quotes.flatMap((quote): Annotation[] => {
    const { id, data, checked } = quote;
    const home = findHome(quote, sourceById);
    const source = home?.data.URL;
    if (!home || !source) return [];
    return [
      {
        id: toAddress(publication, `${FILE}#q-${id.replace('/', '-')}`),
        type: 'Annotation',
        motivation: data.note || data.sic ? 'commenting' : 'highlighting',
        body: [
          words('describing', `Voice: ${data.voice}. Speaker: ${nameSpeaker(quote)}. Checked: ${checked}.`),
          ...(data.note ? [words('commenting', data.note)] : []),
          ...(data.sic ? [words('commenting', `Sic: ${data.sic}`)] : []),
          ...data.themes.map((theme) => words('tagging', theme)),
          { type: 'SpecificResource', purpose: 'linking', source: toAddress(publication, archive.urlOf('quote', id)) },
        ],
        target: selectText(data.text, texts.get(home.id)).map((selector) => ({ type: 'SpecificResource', source, selector })),
      },
    ];
  });
}

/** Every note in a body, with the id of the paragraph beside which it stands. */
function listNotes(
  segments: readonly Segment[],
  seen: { paragraph: string | undefined } = { paragraph: undefined },
): { paragraph: string | undefined; segments: readonly Segment[] }[] {
  return segments.flatMap((segment) => {
    if (typeof segment === 'string') {
      seen.paragraph = [...segment.matchAll(/<(?:p|li|blockquote)\b[^>]*\bid="([^"]+)"/g)].at(-1)?.[1] ?? seen.paragraph;
      return [];
    }
    return segment.name === 'Note' ? [{ paragraph: seen.paragraph, segments: segment.children }] : listNotes(segment.children, seen);
  });
}

/** Kinds whose bodies stand on pages of their own, so that their paragraphs have addresses there. */
const paged: readonly PublishedKind[] = ['decision', 'essay', 'body', 'theme'];

function toNoteTarget(archive: Archive, publication: Publication, kind: PublishedKind, id: string, paragraph: string | undefined): Target {
  const [page = '/', own] = archive.urlOf(kind, id).split('#');
  const value = paged.includes(kind) ? paragraph : own;
  const source = toAddress(publication, page);
  return {
    type: 'SpecificResource',
    source,
    ...(value && { selector: { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3236', value } }),
  };
}

function listNoteAnnotations(archive: Archive, publication: Publication): Annotation[] {
  const write = openProse(archive);
  const { decisions, events, bodies, families, themes, terms, conflicts, claims, essays, corrections } = archive;
  const entries: Entry<PublishedKind>[] = [
    ...decisions,
    ...events,
    ...bodies,
    ...families,
    ...themes,
    ...terms,
    ...conflicts,
    ...claims,
    ...essays,
    ...corrections,
  ];
  return entries.flatMap(({ kind, id, segments }) =>
    listNotes(segments).map(({ paragraph, segments: note }): Annotation => {
      const value = write(note, kind === 'decision' ? id : undefined);
      const digest = createHash('sha256').update(value).digest('hex').slice(0, 8);
      return {
        id: toAddress(publication, `${FILE}#n-${kind}-${id}-${digest}`),
        type: 'Annotation',
        motivation: 'commenting',
        body: [words('commenting', value)],
        target: [toNoteTarget(archive, publication, kind, id, paragraph)],
      };
    }),
  );
}

/**
 * The quotations, each about its exact words on the page where they were found, and the notes, each about the
 * paragraph beside which it stands. `texts` holds the text of sources, by id, where it is held; only there can the
 * words before and after be given. A quotation that was found on no page with an address is left out.
 */
export const listAnnotations = (
  archive: Archive,
  publication: Publication,
  texts: ReadonlyMap<string, string> = new Map(),
): Annotation[] => [...listQuoteAnnotations(archive, publication, texts), ...listNoteAnnotations(archive, publication)];

/** Annotations as one collection, in one page, with one annotation a line. */
export function writeAnnotations(
  { settings }: Pick<Archive, 'settings'>,
  publication: Publication,
  annotations: readonly Annotation[],
): string {
  const id = toAddress(publication, FILE);
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: settings.title,
    ...(settings.wordsLicence && { rights: settings.wordsLicence.address }),
    total: annotations.length,
  };
  const first = { id: `${id}#page-1`, type: 'AnnotationPage', startIndex: 0 };
  const open = (value: object) => JSON.stringify(value).slice(0, -1);
  return `${open(collection)},\n"first": ${open(first)},\n"items": ${writeLines(annotations)}}}\n`;
}
