import { expect, test } from 'vitest';
import { compile, evidence, linkProblems, writeSource } from '../builders/content.ts';

const paper = [{ source: 'paper' }];
const decision = (more: object = {}) =>
  compile('decision', '11-222-333', {
    findings: [{ id: 'late', text: 'It was late.', bodies: ['borough'], evidence }],
    quotes: [{ id: 'words', text: 'far too late', voice: 'finding', speaker: { body: 'watchdog' }, evidence }],
    ...more,
  });
const conflict = (more: object = {}) =>
  compile('conflict', 'how-late', {
    positions: [
      { text: 'The page says that it was very late.', quote: '11-222-333/words', evidence },
      { text: 'The Paper does not.', evidence: paper },
    ],
    passages: [{ quote: '11-222-333/words' }, { finding: '11-222-333/late' }],
    ...more,
  });
const check = [{ quote: '11-222-333/words', source: 'gazette', held: false, on: 'unknown', result: 'verified' }];
const problemsOf = (records: ReturnType<typeof decision | typeof conflict>[], checks: typeof check = check) =>
  linkProblems(records, { sources: [writeSource('paper')], checks }).filter((line) => line.startsWith('content/conflicts/'));

test('a conflict whose words and records are there is accepted', () => {
  expect(problemsOf([decision(), conflict()])).toEqual([]);
});

test('a conflict whose quoted words are gone is told, at the side that quotes them and at the mark', () => {
  expect(problemsOf([decision({ quotes: [] }), conflict()], [])).toEqual([
    expect.stringMatching(/^content\/conflicts\/how-late\.mdx:\d+:\d+ unknown quote "11-222-333\/words"/),
    expect.stringMatching(/^content\/conflicts\/how-late\.mdx:\d+:\d+ unknown quote "11-222-333\/words"/),
  ]);
});

test('a conflict whose record is gone is told', () => {
  expect(problemsOf([decision({ findings: [] }), conflict()])).toEqual([
    expect.stringMatching(/^content\/conflicts\/how-late\.mdx:\d+:\d+ unknown finding "11-222-333\/late"/),
  ]);
});

test('a side that quotes what its own source does not print is told', () => {
  const positions = [
    { text: 'The Paper says that it was very late.', quote: '11-222-333/words', evidence: paper },
    { text: 'The page does not.', evidence },
  ];
  expect(problemsOf([decision(), conflict({ positions })])).toEqual([
    'content/conflicts/how-late.mdx:2:1 Position 1 quotes "11-222-333/words", which is printed in none of its sources. Quote words of that source, or mend the evidence of the quotation.',
  ]);
});

test('a mark at a conflict or a correction is refused', () => {
  expect(() => conflict({ passages: [{ conflict: 'how-late' }] })).toThrow('No mark can stand there. Name the record that is in doubt');
});
