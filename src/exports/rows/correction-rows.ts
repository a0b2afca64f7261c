import { z } from 'zod';
import { dateFields, own, proseField, text } from './fields.ts';
import { passageRow, toPassageRows } from './passage-rows.ts';
import { type RowContext, toDateRow } from './row-context.ts';

export const correctionRow = z.strictObject({
  ...own('correction'),
  title: text('What was corrected'),
  ...dateFields('When it was corrected'),
  passages: z.array(passageRow).describe('The records it concerns'),
  was: text('What the record said'),
  is: text('What it says now'),
  why: text('Why it was changed'),
  ...proseField,
});

export const listCorrectionRows = ({ archive, own: ownOf, prose }: RowContext): z.infer<typeof correctionRow>[] =>
  archive.corrections.map(({ id, data, segments }) => ({
    ...ownOf('correction', id),
    title: data.title,
    ...toDateRow(data.date),
    passages: toPassageRows(data.passages),
    was: data.was,
    is: data.is,
    why: data.why,
    ...prose(segments),
  }));
