import { expect, test } from 'vitest';
import { remarkSafeLinks } from '../../src/plugins/remark-safe-links.ts';
import { runPlugin } from '../builders/markdown.ts';

const run = (markdown: string) => runPlugin(remarkSafeLinks(), markdown).messages;

test.each([
  ['a script', '[x](javascript:alert(1))'],
  ['data', '[x](data:text/html,x)'],
  ['another host without a scheme', '[x](//example.org)'],
  ['a path of this site, which would lose the base path', '[x](/decisions/)'],
  ['a fragment', '[x](#p-1)'],
  ['an email address', '[x](mailto:a@example.org)'],
  ['a scheme without a host', '[x](https://)'],
  ['a scheme hidden by a character reference', '[x](java&#x73;cript:alert)'],
  ['a definition', '[x]: ftp://example.org'],
])('a link to %s is unsafe', (_what, markdown) => {
  expect(run(markdown)).toEqual(['1:1 unsafe-link']);
});

test('links to the web pass, bare, named and defined apart', () => {
  expect(run('[a](https://example.org) http://example.org/b?c#d www.example.org [e][f]\n\n[f]: https://example.org/f')).toEqual([]);
});

test.each([
  ['a footnote', 'A claim.[^x]'],
  ['a named link', 'See [this][that].'],
  ['a link named by its own words', 'See [this][].'],
])('%s that is never defined is reported', (_what, markdown) => {
  expect(run(markdown)).toEqual(['1:1 undefined-link']);
});

test('every undefined link of a paragraph is reported', () => {
  expect(run('See [this][that], [these][those] and a note.[^x]')).toEqual([
    '1:1 undefined-link',
    '1:1 undefined-link',
    '1:1 undefined-link',
  ]);
});

test.each([
  ['a cut', 'They said [...] nothing.'],
  ['an addition', 'They [the officers] said nothing.'],
  ['a citation', 'See [2019] EWCA Civ 1.'],
  ['code', '`[a][b]`'],
])('square brackets around %s are text', (_what, markdown) => {
  expect(run(markdown)).toEqual([]);
});
