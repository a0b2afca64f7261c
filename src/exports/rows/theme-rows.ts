import { z } from 'zod';
import { factFields, lawRow, maybe, own, proseField, text } from './fields.ts';
import type { RowContext } from './row-context.ts';

export const themeRow = z.strictObject({
  ...own('theme'),
  label: text('Its name'),
  definition: text('What it is, in our words'),
  whose: maybe(text('Where it is an evaluation: whose')),
  law: z.array(lawRow).describe('Law and guidance that bears on it'),
  ...proseField,
  ...factFields,
});

export const listThemeRows = ({ archive, own: ownOf, fact, prose }: RowContext): z.infer<typeof themeRow>[] =>
  archive.themes.map(({ id, data, segments }) => ({
    ...ownOf('theme', id),
    label: data.label,
    definition: data.definition,
    whose: data.whose ?? null,
    law: data.law.map(({ source, at, why }) => ({ source, at: at ?? null, why })),
    ...prose(segments),
    ...fact(data.evidence),
  }));

export const termRow = z.strictObject({
  ...own('term'),
  term: text('The word'),
  definition: text('One or two plain sentences'),
  variants: z.array(z.strictObject({ name: text('Another spelling') })).describe('Spellings that search treats as the same'),
  ...proseField,
  ...factFields,
});

export const listTermRows = ({ archive, own: ownOf, fact, prose }: RowContext): z.infer<typeof termRow>[] =>
  archive.terms.map(({ id, data, segments }) => ({
    ...ownOf('term', id),
    term: data.term,
    definition: data.definition,
    variants: data.variants.map((name) => ({ name })),
    ...prose(segments),
    ...fact(data.evidence),
  }));
