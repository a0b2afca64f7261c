import { expect, inject, test } from 'vitest';
import { byTag, readSite, textOf } from './read-site.ts';

const pages = readSite(inject('site'));
const textAt = (path: string) => {
  const main = pages.filter((page) => page.path === path).flatMap((page) => byTag(page, 'main'))[0];
  return main ? textOf(main) : '';
};

test('the payments come to £1,800, £900 a man, in one reading and £1,200, £600 a man, in the other', () => {
  const text = textAt('/payments/');
  expect(text).toContain('£1,800 (if each man was to have the amount) or £1,200 (if the two men were to share it)');
  expect(text.match(/£900 \(if each man was to have the amount\) or £600 \(if the two men were to share it\)/g)).toHaveLength(2);
});

test('1,017 days lie between the first decision and the third', () => {
  expect(textAt('/')).toContain('1,017 days');
  expect(textAt('/decisions/24-005-859/')).toContain('1,017 days');
});

test('851 days lie between the first decision and the end of August 2024', () => {
  expect(textAt('/claims/')).toContain('851 days');
});

test('the review of 2022 reads: recommended in 2022, found not done in November 2023, held in late 2023', () => {
  const page = pages.find(({ path }) => path === '/recommendations/');
  const states = page
    ? byTag(page, 'ol')
        .map(textOf)
        .find((text) => text.startsWith('Recommended 3 May 2022') && text.includes('review'))
    : undefined;
  expect(states).toMatch(/^Recommended 3 May 2022 .* Not done November 2023 .* Done about November 2023 to December 2023 /);
  expect(states?.match(/official|secondary|press/g)?.length).toBeGreaterThanOrEqual(3);
});
