import { z } from 'zod';
import { conflictField, factFields, idOf, idsOf, own, text } from './fields.ts';
import type { RowContext } from './row-context.ts';

export const findingRow = z.strictObject({
  ...own('finding'),
  decision: idOf('decision', 'The decision'),
  text: text('What the ombudsmen found, in our words'),
  bodies: idsOf('body', 'The bodies it is about'),
  replies: z
    .array(
      z.strictObject({
        body: idOf('body', 'The body that replied'),
        text: text('What it said, in our words'),
        quotes: idsOf('quote', 'Its words'),
        ...factFields,
      }),
    )
    .describe(
      'What each body said. A body that is not here has no reply in the part of the decision that was read, which is not to say that it made none',
    ),
  quotes: idsOf('quote', 'The words of the finding'),
  themes: idsOf('theme', 'The matters it bears on'),
  ...conflictField,
  ...factFields,
});

export const listFindingRows = ({ archive, own: ownOf, fact, conflicts }: RowContext): z.infer<typeof findingRow>[] =>
  archive.findings.map(({ id, decision, data }) => ({
    ...ownOf('finding', id),
    decision,
    text: data.text,
    bodies: data.bodies,
    replies: data.replies.map((reply) => ({ body: reply.body, text: reply.text, quotes: reply.quotes, ...fact(reply.evidence) })),
    quotes: data.quotes,
    themes: data.themes,
    ...conflicts('finding', id),
    ...fact(data.evidence),
  }));
