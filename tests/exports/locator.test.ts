import { expect, test } from 'vitest';
import { readLocator, sectionOf } from '../../src/exports/locator.ts';

test.each([
  ['s 117(2)', 'section', '117(2)'],
  ['section 12A', 'section', '12A'],
  ['section 117', 'section', '117'],
  ['ss 5 to 7', 'section', '5 to 7'],
  ['p 21', 'page', '21'],
  ['pages 3-4', 'page', '3-4'],
  ['para 12', 'paragraph', '12'],
  ['summary', 'sub-verbo', 'summary'],
  ['complaint, item 6', 'sub-verbo', 'complaint'],
  ['complaint, paras 1 to 4', 'sub-verbo', 'complaint'],
  ['Third part, lines 58 to 63', 'sub-verbo', 'Third part'],
  ['Second part, line 12; Third part, line 61', 'sub-verbo', 'Second part'],
  ['Post title, line 3', 'sub-verbo', 'Post title'],
  ['The line 3 of defence', 'sub-verbo', 'The line 3 of defence'],
])('%s is the %s %s', (text, label, value) => {
  expect(readLocator(text)).toEqual({ label, value });
});

test('a line of a held copy alone is no place', () => {
  expect(readLocator('line 30')).toBeUndefined();
});

test('the address of a section says which it is', () => {
  expect(sectionOf('https://law.example/ukpga/1983/20/section/117')).toEqual({ label: 'section', value: '117' });
  expect(sectionOf('https://law.example/ukpga/2014/23/section/75A/enacted')).toEqual({ label: 'section', value: '75A' });
  expect(sectionOf('https://law.example/ukpga/1983/20')).toBeUndefined();
  expect(sectionOf(undefined)).toBeUndefined();
});
