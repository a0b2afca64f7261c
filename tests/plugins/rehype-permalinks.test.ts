import { rehype } from 'rehype';
import { expect, test } from 'vitest';
import { rehypePermalinks } from '../../src/plugins/rehype-permalinks.ts';

const run = (html: string) => String(rehype().data('settings', { fragment: true }).use(rehypePermalinks).processSync(html));

test('a paragraph with an id ends with a link to itself that has a name and no text', () => {
  expect(run('<p id="p-1">They agreed.</p>')).toBe(
    '<p id="p-1">They agreed.<a class="permalink" href="#p-1" aria-label="Link to: They agreed."></a></p>',
  );
});

test('the name of the link is cut after four words', () => {
  expect(run('<h2 id="s-a">One two three four five six seven</h2>')).toContain('aria-label="Link to: One two three four …"');
});

test.each(['<p>They agreed.</p>', '<table id="t"><tbody><tr><td>a</td></tr></tbody></table>', '<h1 id="a">b</h1>'])(
  '%s gets no link',
  (html) => {
    expect(run(html)).toBe(html);
  },
);

test('words in marks do not leave their element', () => {
  expect(run('<p id="p-1">"a" &#x3C; b</p>')).toContain('aria-label="Link to: &#x22;a&#x22; < b"');
});
