import { expect, test } from 'vitest';
import { openProse } from '../../src/exports/prose-text.ts';
import { buildMadeUp, hostile } from './made-up-archive.ts';

const archive = buildMadeUp();
const write = openProse(archive);
const [decision] = archive.decisions;
const [essay] = archive.essays;

test('a body is written with its quotations, citations, notes and computed figures, paragraph by paragraph', () => {
  expect(write(decision?.segments ?? [], decision?.id).split('\n\n')).toEqual([
    'The Borough was told to act & did “=HYPERLINK("http://x.test","read [...] me")”. [Page gazette, p 1] [Note: It took about 428 days.]',
    `“${hostile}” (voice: complainant)`,
    '- One: £100 (if each is paid) or £50.50 (if they share) [Page gazette]\n- Ms Q waited. [Page gazette]',
  ]);
});

test('a person is called as the decision calls them, and elsewhere by who they are', () => {
  expect(write(decision?.segments ?? [], '11-222-444')).toContain('Ms X waited.');
  expect(write(decision?.segments ?? [])).toContain('the aunt waited.');
});

test('an opinion says whose it is, and a slip is marked', () => {
  expect(write(essay?.segments ?? [])).toBe('People wait. [The Paper, p 3] Too long. Realy [sic] [Opinion of the editors]');
});
