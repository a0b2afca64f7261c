import { expect, test } from 'vitest';
import { remarkHeadingAnchors } from '../../src/plugins/remark-heading-anchors.ts';
import { runPlugin } from '../builders/markdown.ts';

const run = (markdown: string) => runPlugin(remarkHeadingAnchors(), markdown);

test('a heading takes the id of the Anchor that ends it', () => {
  expect(run('## What was found <Anchor id="s-found" />')).toEqual({ html: '<h2 id="s-found">What was found</h2>', messages: [] });
});

test('a heading keeps its emphasis', () => {
  expect(run('### What *they* did <Anchor id="s-did" />').html).toBe('<h3 id="s-did">What <em>they</em> did</h3>');
});

test.each([
  ['no Anchor', '## What was found'],
  ['an Anchor that does not end it', '## <Anchor id="s-found" /> What was found'],
  ['an Anchor without an id', '## What was found <Anchor />'],
  ['an Anchor whose id is code', '## What was found <Anchor id={x} />'],
  ['another component at its end', '## What was found <Term id="panel" />'],
])('a heading with %s is reported where it stands', (_what, heading) => {
  expect(run(`Text.\n\n${heading}`).messages).toEqual(['3:1 missing-anchor']);
});

test('the words of a heading make no difference to its id', () => {
  const [before, after] = [run('## One <Anchor id="s-a" />').html, run('## Quite another <Anchor id="s-a" />').html];
  expect([before, after]).toEqual(['<h2 id="s-a">One</h2>', '<h2 id="s-a">Quite another</h2>']);
});
