import { expect, test } from 'vitest';
import { listHeldParagraphs } from '../../src/graph/texts.ts';
import { compile, defaults, evidence, link, linkProblems } from '../builders/content.ts';

const quote = (text: string, more: object = {}) => ({
  id: 'words',
  text,
  voice: 'finding',
  speaker: { body: 'watchdog' },
  evidence,
  ...more,
});
const check = { quote: '11-222-333/words', source: 'gazette', held: false, on: 'unknown', result: 'verified' };
const text = (body: string) => compile('text', '11-222-333', {}, body);
const decision = (words: string, more: object = {}) => compile('decision', '11-222-333', { quotes: [quote(words, more)] });

const BODY = 'First it waited.\n\nThe Council said it was *very* sorry\nand paid £600 – “at once”.\n\n- It had not asked.\n';

test.each(['it was very sorry', 'very sorry and paid £600', 'The Council said [...] “at once”', 'It had not asked.'])(
  'a quotation that stands in the held text passes: %s',
  (words) => {
    expect(linkProblems([decision(words), text(BODY)], { checks: [check] })).toEqual([]);
  },
);

test.each(['it was quite sorry', 'It was very, very sorry', 'at once [...] The Council', 'paid £60 –', 'It had not been asked'])(
  'a quotation that does not stand in the held text is told: %s',
  (words) => {
    expect(linkProblems([decision(words), text(BODY)], { checks: [check] })).toEqual([
      expect.stringMatching(/^content\/decisions\/11-222-333\.mdx:\d+:\d+ The quotation "11-222-333\/words" is not in content\//),
    ]);
  },
);

test('a quotation whose evidence is another source is not sought there', () => {
  const other = {
    id: 'other',
    type: 'webpage',
    title: 'Another',
    custom: { short: 'Other', group: 'web', tier: 'press', about: 'So.', read: 'whole' },
  };
  expect(
    linkProblems([decision('it was quite sorry', { evidence: [{ source: 'other' }] }), text(BODY)], {
      sources: [other],
      checks: [{ ...check, source: 'other' }],
    }),
  ).toEqual([]);
});

test('a quotation that a check of the copy did not find is known to be missing', () => {
  const looked = { ...check, held: true, sha256: '0'.repeat(64), result: 'not-found' };
  expect(linkProblems([decision('it was quite sorry'), text(BODY)], { checks: [looked] })).toEqual([]);
});

test('a text without its decision is told, and so is a number of a paragraph that is not there', () => {
  const numbered = compile('text', '11-222-333', { ...defaults.text, numbers: { 'p-00000000': '12' } }, BODY);
  expect(linkProblems([numbered])).toEqual([
    expect.stringContaining('"numbers" names the paragraph #p-00000000, which is not in this text'),
    expect.stringContaining('This is the text of a decision "11-222-333", and there is no 11-222-333.mdx'),
  ]);
});

test('a quotation is placed at the paragraph in which it begins', () => {
  const { texts } = link([decision('very sorry and paid £600'), text(BODY)], { checks: [check] });
  expect(texts[0]?.blocks.map(({ quotes }) => quotes)).toEqual([[], ['11-222-333/words'], []]);
});

test('the paragraphs of a held text are those of each of its sources, and of none where it may not be published', () => {
  const licensed = compile('text', '11-222-333', { ...defaults.text, licence: 'Free to reuse' }, BODY);
  const heldIn = (record: typeof licensed) => [...listHeldParagraphs(link([decision('very sorry'), record], { checks: [check] }).texts)];
  expect(heldIn(licensed)).toEqual([
    ['gazette', ['First it waited.', 'The Council said it was very sorry and paid £600 – “at once”.', 'It had not asked.']],
  ]);
  expect(heldIn(text(BODY))).toEqual([]);
});
