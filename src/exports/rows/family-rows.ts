import { z } from 'zod';
import { conflictField, factFields, idOf, maybe, own, proseField, text } from './fields.ts';
import type { RowContext } from './row-context.ts';

const { tier, sources, evidence } = factFields;

export const familyRow = z.strictObject({
  ...own('family'),
  title: text('What joins the decisions'),
  summary: text('The same in a sentence or two'),
  basis: text('How it is publicly known that the letters mean the same people'),
  warnings: z
    .array(z.strictObject({ text: text('The warning'), tier: maybe(tier), sources, evidence }))
    .describe('Unrelated people with the same letters, and mistakes elsewhere'),
  ...proseField,
  ...factFields,
});

export const listFamilyRows = ({ archive, own: ownOf, fact, prose }: RowContext): z.infer<typeof familyRow>[] =>
  archive.families.map(({ id, data, segments }) => ({
    ...ownOf('family', id),
    title: data.title,
    summary: data.summary,
    basis: data.basis,
    warnings: data.warnings.map((warning) => {
      const rest = fact(warning.evidence ?? []);
      return { text: warning.text, ...rest, tier: warning.evidence ? rest.tier : null };
    }),
    ...prose(segments),
    ...fact(data.evidence),
  }));

export const personRow = z.strictObject({
  ...own('person, a pseudonym within one family of decisions'),
  family: idOf('family', 'The family; the same letters in another family are other people'),
  role: text('Who this is in the decisions, and no more'),
  names: z
    .array(z.strictObject({ decision: idOf('decision', 'The decision'), name: text('The letters it uses'), ...factFields }))
    .describe('The pseudonym that each decision uses'),
  ...conflictField,
});

export const listPersonRows = ({ archive, own: ownOf, fact, conflicts }: RowContext): z.infer<typeof personRow>[] =>
  archive.persons.map(({ id, family, data }) => ({
    ...ownOf('person', id),
    family,
    role: data.role,
    names: data.names.map(({ decision, name, evidence: shown }) => ({ decision, name, ...fact(shown) })),
    ...conflicts('person', id),
  }));
