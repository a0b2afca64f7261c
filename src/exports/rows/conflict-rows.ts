import { z } from 'zod';
import { code, factFields, idOf, maybe, own, proseField, text } from './fields.ts';
import { passageRow, toPassageRows } from './passage-rows.ts';
import type { RowContext } from './row-context.ts';

export const conflictRow = z.strictObject({
  ...own('conflict'),
  title: text('What it is about'),
  positions: z
    .array(z.strictObject({ text: text('What this source says, in our words'), quote: maybe(idOf('quote', 'Its words')), ...factFields }))
    .describe('What each source says'),
  view: text('What we take from it'),
  confidence: code(['settled', 'likely', 'open'], 'How sure the view is'),
  passages: z.array(passageRow).describe('The records it concerns'),
  ...proseField,
});

export const listConflictRows = ({ archive, own: ownOf, fact, prose }: RowContext): z.infer<typeof conflictRow>[] =>
  archive.conflicts.map(({ id, data, segments }) => ({
    ...ownOf('conflict', id),
    title: data.title,
    positions: data.positions.map((position) => ({ text: position.text, quote: position.quote ?? null, ...fact(position.evidence) })),
    view: data.view,
    confidence: data.confidence,
    passages: toPassageRows(data.passages),
    ...prose(segments),
  }));
