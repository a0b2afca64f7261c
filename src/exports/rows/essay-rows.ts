import { z } from 'zod';
import { listCalls } from '../../compile/segments.ts';
import { idsOf, integer, own, proseField, text } from './fields.ts';
import type { RowContext } from './row-context.ts';

export const essayRow = z.strictObject({
  ...own('essay'),
  title: text('The title'),
  summary: text('What it says, in a sentence or two'),
  order: integer('Its place among the essays'),
  themes: idsOf('theme', 'The matters it is about'),
  decisions: idsOf('decision', 'The decisions it is about'),
  sources: idsOf('source', 'The sources it cites, each once; its text says what each supports'),
  ...proseField,
});

export const listEssayRows = ({ archive, own: ownOf, prose }: RowContext): z.infer<typeof essayRow>[] =>
  archive.essays.map(({ id, data, segments }) => ({
    ...ownOf('essay', id),
    title: data.title,
    summary: data.summary,
    order: data.order,
    themes: data.themes,
    decisions: data.decisions,
    sources: [...new Set(listCalls(segments).flatMap(({ name, props }) => (name === 'Cite' && props['id'] ? [props['id']] : [])))],
    ...prose(segments),
  }));
