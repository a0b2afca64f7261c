import { z } from 'zod';
import { checkLevels, type QuoteEntry } from '../../graph/archive.ts';
import { checkResults, voices } from '../../schema/quote.ts';
import { rightsOf, rightsParts } from '../rights.ts';
import { openSpeakers } from '../speaker.ts';
import { code, conflictField, factFields, flag, idOf, idsOf, maybe, own, text } from './fields.ts';
import type { RowContext } from './row-context.ts';

export const quoteRow = z.strictObject({
  ...own('quotation'),
  text: text('The exact words between the marks, nothing repaired; cuts are [...]'),
  voice: code(voices, 'In whose voice the words stand; only finding and recommendation are the ombudsmen’s own conclusions'),
  speaker: z
    .strictObject({
      kind: code(['body', 'person', 'other'], 'What the speaker is'),
      id: maybe(text('The id of the body or person')),
      name: text('The name, for persons the letter that this decision gives them'),
    })
    .describe('Who speaks'),
  decision: maybe(idOf('decision', 'The decision it belongs to')),
  source: maybe(idOf('source', 'The source it belongs to, where it belongs to no decision')),
  section: maybe(text('The part of the document in which the words stand, where known')),
  bounds: code(['whole', 'start-unknown', 'end-unknown', 'inferred'], 'Whether it is known where the quotation starts and ends'),
  sic: maybe(text('An oddity inside the quotation that is left as printed')),
  note: maybe(text('What a reader must know before quoting this')),
  checked: code(
    checkLevels,
    'How far it was checked: in the source itself, there but in another place or voice than a later account says, only in a later account, looked for and not found, or not looked for',
  ),
  checks: z
    .array(
      z.strictObject({
        source: idOf('source', 'The source in which it was looked for'),
        held: flag('True where the editor holds a copy, false where the page was only read'),
        sha256: maybe(text('The SHA-256 of the copy held')),
        on: text('When it was checked, in EDTF, or unknown'),
        result: code(checkResults, 'What was found'),
        at: maybe(text('Where the words were found')),
        note: maybe(text('What a reader should know about the check')),
      }),
    )
    .describe('Every check, each against one source'),
  bodies: idsOf('body', 'The bodies the words are about'),
  persons: idsOf('person', 'The persons whose letters stand in the words'),
  themes: idsOf('theme', 'The matters the words bear on'),
  rights: code(rightsParts, 'Whose words they are, and so under what terms: see rights in archive.json'),
  ...conflictField,
  ...factFields,
});

function toSpeaker({ body, person }: QuoteEntry['data']['speaker'], name: string): z.infer<typeof quoteRow>['speaker'] {
  return { kind: body ? 'body' : person ? 'person' : 'other', id: body ?? person ?? null, name };
}

export function listQuoteRows({ archive, own: ownOf, fact, conflicts }: RowContext): z.infer<typeof quoteRow>[] {
  const nameSpeaker = openSpeakers(archive);
  return archive.quotes.map((quote) => {
    const { id, owner, data, checks, checked, persons } = quote;
    return {
      ...ownOf('quote', id),
      text: data.text,
      voice: data.voice,
      speaker: toSpeaker(data.speaker, nameSpeaker(quote)),
      decision: owner.kind === 'decision' ? owner.id : null,
      source: owner.kind === 'source' ? owner.id : null,
      section: data.section ?? null,
      bounds: data.bounds,
      sic: data.sic ?? null,
      note: data.note ?? null,
      checked,
      checks: checks.map(({ source, held, sha256, on, result, at, note }) => ({
        source,
        held,
        sha256: sha256 ?? null,
        on,
        result,
        at: at ?? null,
        note: note ?? null,
      })),
      bodies: data.bodies,
      persons,
      themes: data.themes,
      rights: rightsOf(quote),
      ...conflicts('quote', id),
      ...fact(data.evidence),
    };
  });
}
