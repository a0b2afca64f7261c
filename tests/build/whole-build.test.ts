import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestInputs, isUntouchedSince, isWholeBuild, rememberWholeBuild } from '../../src/build/whole-build.ts';
import { makeFolder } from '../builders/files.ts';

const makeContent = () => makeFolder({ 'archive.json': '{}', 'terms/panel.mdx': 'One.' });

test.each([
  ['a file is another', (content: string) => writeFileSync(join(content, 'terms/panel.mdx'), 'Two.')],
  ['a file is more', (content: string) => writeFileSync(join(content, 'terms/board.mdx'), 'Two.')],
  ['a file is gone', (content: string) => rmSync(join(content, 'terms/panel.mdx'))],
  ['a file is a link', (content: string) => symlinkSync('archive.json', join(content, 'sources.json'))],
])('inputs are others where %s', (_, change) => {
  const content = makeContent();
  const before = digestInputs('maker', content, {});
  expect(digestInputs('maker', content, {})).toBe(before);
  change(content);
  expect(digestInputs('maker', content, {})).not.toBe(before);
});

test('inputs are others for another maker, another setting, and another file that a setting names', () => {
  const content = makeContent();
  const withheld = join(makeFolder({ 'names.txt': 'One' }), 'names.txt');
  const before = digestInputs('maker', content, { UPHELD_WITHHELD: withheld });
  expect(digestInputs('other', content, { UPHELD_WITHHELD: withheld })).not.toBe(before);
  expect(digestInputs('maker', content, { UPHELD_WITHHELD: withheld, UPHELD_BASE: '/a' })).not.toBe(before);
  expect(digestInputs('maker', content, { UPHELD_WITHHELD: withheld, UPHELD_OUT: 'elsewhere' })).toBe(before);
  writeFileSync(withheld, 'Two');
  expect(digestInputs('maker', content, { UPHELD_WITHHELD: withheld })).not.toBe(before);
});

test('a site is whole as long as its inputs and its folder are the same', () => {
  const root = makeFolder({ 'site/index.html': 'One.', 'site/a/index.html': 'Two.' });
  symlinkSync('site', join(root, 'dist'));
  const isWhole = (inputs = 'inputs') => isWholeBuild(join(root, 'dist'), inputs);
  expect(isWhole()).toBe(false);
  rememberWholeBuild(join(root, 'site'), 'inputs');
  expect([isWhole(), isWhole('others')]).toEqual([true, false]);
  rmSync(join(root, 'site/a/index.html'));
  expect(isWhole()).toBe(false);
});

test('a folder in which something was saved or removed meanwhile is not untouched', () => {
  const content = makeContent();
  const later = Date.now() + 60_000;
  expect(isUntouchedSince(content, later)).toBe(true);
  expect(isUntouchedSince(content, Date.now() - 60_000)).toBe(false);
  mkdirSync(join(content, 'events'));
  expect(isUntouchedSince(content, later)).toBe(true);
});
