import { expect, test } from 'vitest';
import { replayPermalinks } from '../../src/graph/permalinks.ts';
import { listHostAnswers, toNginxMaps, toRedirects } from '../../src/integrations/host-redirects.ts';
import type { PermalinkLine } from '../../src/schema/permalink.ts';

const A = '11111111';
const lines: PermalinkLine[] = [
  { on: '2027-01-01', path: '/themes/a/', state: 'live', fragments: { '': A, 'p-1': A, 's-x': null } },
  { on: '2027-01-01', path: '/themes/b/', state: 'live', fragments: { '': A, 'p-1': A } },
  { on: '2027-01-01', path: '/themes/c/', state: 'live', fragments: { '': A } },
  { on: '2027-01-01', path: '/data/old.csv', state: 'live', fragments: {} },
  { on: '2027-02-02', path: '/themes/a/', state: 'moved', to: '/themes/z/' },
  { on: '2027-02-02', path: '/themes/b/#p-1', state: 'moved', to: '/essays/e/#p-1' },
  { on: '2027-02-02', path: '/themes/b/', state: 'moved', to: '/themes/z/' },
  { on: '2027-02-02', path: '/themes/c/', state: 'withdrawn', reason: 'legal' },
  { on: '2027-02-02', path: '/data/old.csv', state: 'moved', to: '/data/new.csv' },
];
const { permalinks } = replayPermalinks(
  lines.map((data, index) => ({ file: 'permalinks.jsonl', line: index + 1, data })),
  () => true,
);
const answers = listHostAnswers(permalinks);

test('a host sends on a page only where every fragment of it is found under its own name', () => {
  expect(answers).toEqual({
    moved: [
      ['/data/old.csv', '/data/new.csv'],
      ['/themes/a/', '/themes/z/'],
    ],
    withdrawn: ['/themes/c/'],
  });
});

test('the answers for Netlify and Cloudflare have the base path', () => {
  expect(toRedirects(answers, '/up')).toBe(
    '/up/data/old.csv /up/data/new.csv 301\n/up/themes/a/ /up/themes/z/ 301\n/up/themes/c/ /up/themes/c/ 410!\n',
  );
  expect(toRedirects({ moved: [], withdrawn: [] }, '')).toBe('');
});

test('the answers for nginx are two maps', () => {
  expect(toNginxMaps(answers, '')).toBe(`map_hash_bucket_size 512;
map $uri $upheld_moved {
  default "";
  "/data/old.csv" "/data/new.csv$is_args$args";
  "/themes/a/" "/themes/z/$is_args$args";
}
map $uri $upheld_withdrawn {
  default 0;
  "/themes/c/" 1;
}
`);
});

test('nginx is told to put what was asked before the fragment', () => {
  expect(toNginxMaps({ moved: [['/a/', '/b/#c']], withdrawn: [] }, '/up')).toContain('"/up/a/" "/up/b/$is_args$args#c";');
});
