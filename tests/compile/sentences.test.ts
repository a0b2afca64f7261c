import { expect, test } from 'vitest';
import { compileRecord } from '../../src/compile/record.ts';
import { write } from '../builders/content.ts';

const compileEssay = (body: string) => compileRecord('essay', 'on-waiting', 'a.mdx', write('essay', {}, `\n${body}\n`));
const coverageOf = (body: string) => compileEssay(body).record?.coverage;
const problemsOf = (body: string) => compileEssay(body).problems.map(({ line, column, kind }) => `${line}:${column} ${kind}`);
const CITE = '<Cite id="gazette" at="p 1" />';

test.each([
  ['a citation after a full stop belongs to what stands before it', `It was late. ${CITE} It was dear. ${CITE}`, [2, 2, 0, 0]],
  ['a citation carries the sentences before it', `It was late. It was dear. ${CITE}`, [2, 1, 1, 0]],
  ['a citation carries three sentences at most', `One. Two. Three. Four. Five. ${CITE}`, [5, 1, 3, 1]],
  ['nothing carries what stands after the last citation', `It was late. ${CITE} It was dear.`, [2, 1, 0, 1]],
  ['a record that a sentence begins with is its own', 'It was late. <Decision id="11-222-333" /> said so.', [2, 1, 1, 0]],
  ['a body or a term is no citation', 'The <Term id="panel" /> met <Body id="borough" />.', [1, 0, 0, 1]],
  ['a figure that is computed is one', 'It came to <Sum of="payments" />.', [1, 1, 0, 0]],
  ['an initial does not end a sentence', `A. L. Doe wrote it. ${CITE}`, [1, 1, 0, 0]],
  ['a question, and a mark after the full stop, end one', `Was it late? “Very.” ${CITE}`, [2, 1, 1, 0]],
  ['a paragraph that leads to a quotation is a sentence', `They said: ${CITE}`, [1, 1, 0, 0]],
  ['emphasis and links are words of their sentence', `It was *late. And* [dear](https://a.example). ${CITE}`, [2, 1, 1, 0]],
  ['a note beside the text is a paragraph of its own', `It was late. ${CITE}<Note>Very. ${CITE}</Note>`, [1, 1, 0, 0]],
])('%s', (_what, body, counts) => {
  const { coverage } = compileEssay(body).record ?? {};
  expect([coverage?.sentences, coverage?.cited, coverage?.carried, coverage?.bare]).toEqual(counts);
});

test('opinions are counted by whose they are, whether a paragraph or a sentence is one', () => {
  const body = `It was late. ${CITE} <Opinion by="an editor">A pity. A shame.</Opinion>\n\n<Opinion by="the author">\n\nThat is a pity.\n\n</Opinion>`;
  expect(coverageOf(body)).toEqual({
    sentences: 4,
    cited: 1,
    carried: 0,
    bare: 0,
    opinions: [
      { by: 'an editor', sentences: 2 },
      { by: 'the author', sentences: 1 },
    ],
  });
});

test('a sentence that nothing ties to the record is a problem where it begins, and an opinion is not', () => {
  expect(problemsOf(`It was late. ${CITE} It was\ndear. Nobody came.`)).toEqual(['7:45 unsourced-sentence', '8:7 unsourced-sentence']);
  expect(problemsOf(`It was late. ${CITE} <Opinion by="an editor">Nobody came.</Opinion>`)).toEqual([]);
});

test('the text of a decision is asked for citations by paragraph only', () => {
  const { problems, record } = compileRecord(
    'decision',
    '11-222-333',
    'a.mdx',
    write('decision', {}, `\nIt was late. ${CITE} It was dear.\n`),
  );
  expect([problems, record?.coverage]).toEqual([[], undefined]);
});
