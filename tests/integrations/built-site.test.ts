import { expect, test } from 'vitest';
import { readPage } from '../../src/integrations/built-site.ts';

const PAGE = `<!doctype html><html><head><link rel="alternate" href="/up/feed.xml"><link rel="stylesheet" href="/up/a.css"><script>'<p id="no">'</script></head>
<body><a id="top" href="#main">x</a><!-- <p id="no"> --><main id="main" tabindex="-1">
<p id="p-1" title="a > b">One &lt;b id="no"&gt; <a href="#p-2">two</a> <a class="permalink" href='/up/b/?q=1#c'></a></p>
<li id=p-2 hidden>Two <a href="https://example.org/#x">out</a><a href="/other/">other base</a><a href="../">up</a><a href="/up/?a=1&#38;b=2#p&amp;q">q</a></li></main>
<footer id="foot"></footer></body></html>`;

test('a page has its ids, those of its text in their order, and its links without base', () => {
  const { ids, mainIds, links } = readPage(PAGE, '/themes/delay/', '/up');
  expect([...ids]).toEqual(['top', 'main', 'p-1', 'p-2', 'foot']);
  expect(mainIds).toEqual(['p-1', 'p-2']);
  expect(links).toEqual(['/feed.xml', '/themes/delay/#main', '/themes/delay/#p-2', '/b/#c', '/themes/', '/#p&q']);
});
