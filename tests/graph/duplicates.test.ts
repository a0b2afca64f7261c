import { expect, test } from 'vitest';
import { compile, evidence, link, linkProblems, writeSource } from '../builders/content.ts';

const finding = (id: string) => ({ id, text: 'It was late.', bodies: ['borough'], evidence });
const person = (id: string) => ({ id, role: 'the aunt', names: [{ decision: '11-222-333', name: 'Ms Q', evidence }] });
const decision = () => compile('decision', '11-222-333');

test('two parts of a decision with one id are told with both places', () => {
  expect(linkProblems([compile('decision', '11-222-333', { findings: [finding('late'), finding('late')] })])).toEqual([
    'content/decisions/11-222-333.mdx:12:103 The finding "11-222-333/late" is already at content/decisions/11-222-333.mdx:12. Give one of them another id.',
  ]);
});

test('one id in two decisions, and in two kinds, is no clash', () => {
  const parts = {
    findings: [finding('late')],
    recommendations: [{ id: 'late', action: 'Act', to: ['borough'], evidence, history: [{ state: 'recommended', text: 'So.', evidence }] }],
  };
  expect(
    link([compile('decision', '11-222-333', parts), compile('decision', '22-333-444', { ...parts, ref: '22 333 444' })]).findings,
  ).toHaveLength(2);
});

test('two sources with one id are told with both places', () => {
  expect(linkProblems([], { sources: [writeSource('book'), writeSource('book')] })[0]).toMatch(
    /^content\/sources.json:1:\d+ The source "book" is already at content\/sources.json:1. Give one of them another id.$/,
  );
});

test('two families that make one person between them are told with both files', () => {
  const [one, other] = [compile('family', 'a', { persons: [person('b-c')] }), compile('family', 'a-b', { persons: [person('c')] })];
  expect(linkProblems([decision(), one, other])).toEqual([
    'content/families/a-b.mdx:6:11 The person "a-b-c" is already at content/families/a.mdx:6. Give one of them another id.',
  ]);
});

test('a person at the address of a family is told', () => {
  const [one, other] = [compile('family', 'a', { persons: [person('b')] }), compile('family', 'a-b', { persons: [person('c')] })];
  expect(linkProblems([decision(), one, other])).toEqual([
    'content/families/a-b.mdx:2:1 The person "a-b" is already at content/families/a.mdx:6. Give one of them another id.',
  ]);
});

test('one address twice in a body is told with both lines', () => {
  expect(linkProblems([compile('event', 'review', {}, 'They met.\n\nThey met.\n')])).toEqual([
    expect.stringMatching(
      /^content\/events\/review.mdx:9:1 The address #p-[0-9a-f]{8} is already at content\/events\/review.mdx:7. Word one of the two differently, or give it another <Anchor>.$/,
    ),
  ]);
});

test('one address in two files that share a page is told with both files', () => {
  expect(linkProblems([compile('term', 'a', {}, 'They met.'), compile('term', 'b', {}, 'They met.')])).toEqual([
    expect.stringMatching(/^content\/terms\/b.mdx:6:1 The address #p-[0-9a-f]{8} is already at content\/terms\/a.mdx:6. /),
  ]);
});

test('one address in two files that have pages of their own is no clash', () => {
  expect(linkProblems([compile('theme', 'a', {}, 'They met.'), compile('theme', 'b', {}, 'They met.')])).toEqual([]);
});

test('a heading and a pin with one address are told', () => {
  expect(linkProblems([compile('theme', 'a', {}, '## One <Anchor id="s-a" />\n\nTwo. <Anchor id="s-a" />')])[0]).toMatch(
    /^content\/themes\/a.mdx:8:6 The address #s-a is already at content\/themes\/a.mdx:6. /,
  );
});

test.each(['s-law', 'p-12345678', 'q-words'])('a term named %s, as a part of a page is, is refused', (id) => {
  expect(linkProblems([compile('term', id)])).toEqual([
    expect.stringContaining(`content/terms/${id}.mdx:1:1 On its page "${id}" would be the address of a part`),
  ]);
});

test.each(['section-117', 'sp', 'x-ray'])('a term named %s is accepted', (id) => {
  expect(linkProblems([compile('term', id)])).toEqual([]);
});
