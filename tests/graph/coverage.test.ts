import { expect, test } from 'vitest';
import { measureCoverage } from '../../src/graph/coverage.ts';
import { compile } from '../builders/content.ts';

const measure = (body: string) => measureCoverage(compile('essay', 'on-waiting', {}, body));

test('paragraphs with references, and opinions by whose they are, are counted', () => {
  const body = `
## First <Anchor id="s-first" />

One sentence. Another. <Cite id="gazette" />

- An item <Body id="borough" />
- Another <Body id="borough" />

  with a paragraph more <Cite id="gazette" />

<Opinion by="the author">

It is a pity. <Cite id="gazette" />

Truly.

</Opinion>

<Opinion by="an editor">

We think so too.

</Opinion>
`;
  expect(measure(body)).toEqual({
    id: 'on-waiting',
    paragraphs: 7,
    grounded: 4,
    opinions: [
      { by: 'the author', paragraphs: 2 },
      { by: 'an editor', paragraphs: 1 },
    ],
  });
});

test('a paragraph that holds an opinion counts as one', () => {
  expect(measure('\nAs <Opinion by="the author">a pity</Opinion>, it was late. <Cite id="gazette" />\n')).toEqual({
    id: 'on-waiting',
    paragraphs: 1,
    grounded: 0,
    opinions: [{ by: 'the author', paragraphs: 1 }],
  });
});

test('notes are part of what they stand beside', () => {
  const body = '\nIt was late. <Cite id="gazette" /><Note>Very <Cite id="gazette" /></Note>\n\n<Note>\n\nA note of its own.\n\n</Note>\n';
  expect(measure(body)).toEqual({ id: 'on-waiting', paragraphs: 1, grounded: 1, opinions: [] });
});
