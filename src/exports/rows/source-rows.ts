import { z } from 'zod';
import { tiers } from '../../schema/evidence.ts';
import { type Source, sourceGroups, sourceSchema } from '../../schema/source.ts';
import { code, conflictField, flag, maybe, own, text } from './fields.ts';
import type { RowContext } from './row-context.ts';

const nameRow = z.strictObject({
  literal: maybe(text('The whole name')),
  family: maybe(text('The family name')),
  given: maybe(text('The given names')),
});

export const sourceRow = z.strictObject({
  ...own('source'),
  short: text('The name used in running text'),
  group: code(sourceGroups, 'The shelf on which it stands'),
  tier: code(tiers, 'How good it is as evidence'),
  about: text('What it is'),
  read: code(['whole', 'part', 'listing', 'secondhand', 'not-read'], 'How much of it was read'),
  readNote: maybe(text('Which part, in which copy')),
  held: maybe(
    z
      .strictObject({
        sha256: text('The SHA-256 of the copy'),
        on: text('When it was taken, in EDTF, or unknown'),
        published: flag('Whether the copy is published here'),
      })
      .describe('The copy that the editor holds'),
  ),
  outcome: maybe(text('Of another decision: its outcome as seen')),
  statement: maybe(text('Of a decision: the reference of the page')),
  type: sourceSchema.shape.type.describe('The type, as in CSL'),
  title: text('The title'),
  genre: maybe(text('The genre')),
  authors: z.array(nameRow).describe('The authors'),
  editors: z.array(nameRow).describe('The editors'),
  number: maybe(text('Its number')),
  version: maybe(text('Its version')),
  containerTitle: maybe(text('What it is part of')),
  publisher: maybe(text('The publisher')),
  publisherPlace: maybe(text('Where it was published')),
  page: maybe(text('The pages')),
  issued: maybe(text('When it was published, as precisely as known: YYYY, YYYY-MM or YYYY-MM-DD')),
  url: maybe(text('Its own address; left out where the address itself would tell too much about the people')),
  note: maybe(text('A note')),
  ...conflictField,
});

const toName = (name: NonNullable<Source['author']>[number]): z.infer<typeof nameRow> =>
  'literal' in name
    ? { literal: name.literal, family: null, given: null }
    : { literal: null, family: name.family, given: name.given ?? null };

/** `2025-02-13` from `[2025, 2, 13]`, and no more than is there. */
const formatIssued = (parts: readonly number[]): string =>
  parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');

export const listSourceRows = ({ archive, own: ownOf, conflicts }: RowContext): z.infer<typeof sourceRow>[] =>
  archive.sources.map(({ id, data: { custom, ...data } }) => ({
    ...ownOf('source', id),
    short: custom.short,
    group: custom.group,
    tier: custom.tier,
    about: custom.about,
    read: custom.read,
    readNote: custom.readNote ?? null,
    held: custom.held ?? null,
    outcome: custom.outcome ?? null,
    statement: custom.statement ?? null,
    type: data.type,
    title: data.title,
    genre: data.genre ?? null,
    authors: (data.author ?? []).map(toName),
    editors: (data.editor ?? []).map(toName),
    number: data.number ?? null,
    version: data.version ?? null,
    containerTitle: data['container-title'] ?? null,
    publisher: data.publisher ?? null,
    publisherPlace: data['publisher-place'] ?? null,
    page: data.page ?? null,
    issued: data.issued ? formatIssued(data.issued['date-parts'][0] ?? []) : null,
    url: data.URL ?? null,
    note: data.note ?? null,
    ...conflicts('source', id),
  }));
