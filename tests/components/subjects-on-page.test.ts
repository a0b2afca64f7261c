import { expect, test } from 'vitest';
import { findSubjects } from '../../src/components/person/subjects-on-page.ts';

test('the subjects of a page are those of its path and of its links, each once', () => {
  const html =
    '<a href="/base/decisions/11-222-333/#f-late">a</a> <a href="/base/people/#smiths-aunt">b</a> <a href="/base/quotes/speaker/smiths-uncle/">c</a> <a href="/base/bodies/mill/">d</a>';
  expect(findSubjects('/base/timeline/decision/22-333-444/', `${html}${html}`)).toEqual([
    '22-333-444',
    '11-222-333',
    'smiths-aunt',
    'smiths-uncle',
  ]);
});
