import { z } from 'zod';
import { eventKinds } from '../../schema/event.ts';
import { code, conflictField, dateFields, factFields, flag, idsOf, maybe, own, proseField, text } from './fields.ts';
import { type RowContext, toDateRow } from './row-context.ts';

export const eventRow = z.strictObject({
  ...own('event'),
  title: text('What happened, in one line, in our words'),
  ...dateFields('When'),
  dateNote: maybe(text('How the date is known')),
  kind: code(eventKinds, 'What kind of event it is'),
  context: flag('True where it is background and not about these people'),
  bodies: idsOf('body', 'The bodies concerned'),
  persons: idsOf('person', 'The persons concerned'),
  decisions: idsOf('decision', 'The decisions concerned'),
  recommendations: idsOf('recommendation', 'The recommendations concerned'),
  quotes: idsOf('quote', 'Words about it'),
  themes: idsOf('theme', 'The matters it bears on'),
  ...proseField,
  ...conflictField,
  ...factFields,
});

export const listEventRows = ({ archive, own: ownOf, fact, conflicts, prose }: RowContext): z.infer<typeof eventRow>[] =>
  archive.events.map(({ id, data, segments }) => ({
    ...ownOf('event', id),
    title: data.title,
    ...toDateRow(data.date),
    dateNote: data.dateNote ?? null,
    kind: data.kind,
    context: data.context,
    bodies: data.bodies,
    persons: data.persons,
    decisions: data.decisions,
    recommendations: data.recommendations,
    quotes: data.quotes,
    themes: data.themes,
    ...prose(segments, data.decisions.length === 1 ? data.decisions[0] : undefined),
    ...conflicts('event', id),
    ...fact(data.evidence),
  }));
