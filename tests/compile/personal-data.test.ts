import { expect, test } from 'vitest';
import { compileFolder } from '../../src/compile/folder.ts';
import { compileRecord } from '../../src/compile/record.ts';
import { archiveFiles } from '../builders/archive-folder.ts';
import { placesOf, write } from '../builders/content.ts';
import { makeFolder } from '../builders/files.ts';

const NUMBER = '485 777 3457';
const problemsOf = (kind: 'term' | 'text', text: string) => placesOf(compileRecord(kind, 'a', 'a.mdx', text).problems);

test.each([
  ['in a field', { definition: `It said ${NUMBER}.` }, '', '3:22 personal-data'],
  ['in the body', {}, `It said ${NUMBER}.`, '6:9 personal-data'],
  ['in marks', {}, 'It said **485** 777 _3457_.', '6:11 personal-data'],
  ['over two lines', {}, 'It said 485 777\n3457.', '6:9 personal-data'],
  ['in a property', {}, 'So. <Cite id="gazette" at="a@mail.example" />', '6:28 personal-data'],
])('personal data %s is told where it stands', (_what, fields, body, place) => {
  expect(problemsOf('term', write('term', fields, body))).toEqual([place]);
});

test('the message does not say again what was found', () => {
  const { problems } = compileRecord('term', 'a', 'a.mdx', write('term', {}, `It said ${NUMBER}.`));
  expect(problems.map(({ message }) => message)).toEqual([
    'This looks like an NHS number. Take it out; what an organisation can be reached by belongs in its source',
  ]);
});

test('official words may print how an organisation is reached, and no number of a patient', () => {
  expect(problemsOf('text', write('text', {}, 'Write to a@council.example or 01733 000 111.'))).toEqual([]);
  expect(problemsOf('text', write('text', {}, `Her number was ${NUMBER}.`))).toEqual(['5:16 personal-data']);
});

test('sources and checks are read too, and the contact of the archive is its own', () => {
  const archive = JSON.stringify({ ...JSON.parse(archiveFiles['archive.json']), contact: 'editor@record.example' });
  const files = {
    ...archiveFiles,
    'archive.json': archive,
    'sources.json': archiveFiles['sources.json'].replace('An invented page.', 'An invented page of AB 12 34 56 C.'),
    'checks.jsonl': archiveFiles['checks.jsonl'].replace('"result"', '"note":"Seen at PE1 1HF.","result"'),
  };
  expect(compileFolder(makeFolder(files), 'content').problems.map(({ file, line, kind }) => `${file}:${line} ${kind}`)).toEqual([
    expect.stringMatching(/^content\/sources\.json:\d+ personal-data$/),
    'content/checks.jsonl:1 personal-data',
  ]);
});
