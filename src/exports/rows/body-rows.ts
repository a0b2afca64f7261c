import { z } from 'zod';
import { bodyRoles } from '../../schema/body.ts';
import { code, conflictField, dateFields, edtf, factFields, flag, idOf, maybe, own, proseField, text } from './fields.ts';
import { type RowContext, toDateRow } from './row-context.ts';

const { tier, sources, evidence } = factFields;

export const bodyRow = z.strictObject({
  ...own('body'),
  name: text('The full name'),
  short: text('The name used in running text'),
  variants: z.array(z.strictObject({ name: text('Another spelling of the name') })).describe('Other spellings'),
  role: code(bodyRoles, 'What kind of body it is'),
  duty: code(['duty-holder', 'provider', 'none'], 'Under section 117(2): named there, providing on behalf, or neither'),
  summary: text('What it is and its part in the case'),
  from: maybe(edtf('Since when it has existed')),
  to: maybe(edtf('Until when it existed')),
  succeeds: z
    .array(z.strictObject({ predecessor: idOf('body', 'The body whose duties it took over'), ...dateFields('When'), ...factFields }))
    .describe('The bodies whose duties it took over'),
  identifiers: z
    .array(
      z.strictObject({
        scheme: text('The list that gives the identifier'),
        value: text('The identifier'),
        verified: flag('Whether it was checked'),
        tier: maybe(tier),
        sources,
        evidence,
      }),
    )
    .describe('Its identifiers elsewhere'),
  ...proseField,
  ...conflictField,
  ...factFields,
});

export const listBodyRows = ({ archive, own: ownOf, fact, conflicts, prose }: RowContext): z.infer<typeof bodyRow>[] =>
  archive.bodies.map(({ id, data, segments }) => ({
    ...ownOf('body', id),
    name: data.name,
    short: data.short,
    variants: data.variants.map((name) => ({ name })),
    role: data.role,
    duty: data.duty,
    summary: data.summary,
    from: data.from ?? null,
    to: data.to ?? null,
    succeeds: data.succeeds.map((one) => ({ predecessor: one.body, ...toDateRow(one.date), ...fact(one.evidence) })),
    identifiers: data.identifiers.map(({ scheme, value, verified, evidence: own = [] }) => ({
      scheme,
      value,
      verified,
      ...fact(own),
      ...(own.length === 0 && { tier: null }),
    })),
    ...prose(segments),
    ...conflicts('body', id),
    ...fact(data.evidence),
  }));
