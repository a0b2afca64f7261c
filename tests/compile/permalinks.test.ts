import { expect, test } from 'vitest';
import { compilePermalinks } from '../../src/compile/ledger.ts';
import { formatProblem } from '../../src/compile/problem.ts';

const LIVE = '{"on":"2027-01-02","path":"/themes/delay/","state":"live","fragments":{"":"01234567","s-essays":null}}';
const problemsOf = (text: string) => compilePermalinks('permalinks.jsonl', text).problems.map(formatProblem);

test('a ledger is one object a line, in the order written', () => {
  const text = `${LIVE}\n\n{"on": "2027-02-03", "path": "/themes/delay/#s-essays", "state": "moved", "to": "/essays/"}\n{"on":"2027-02-03","path":"/themes/delay/","state":"withdrawn","reason":"privacy"}\n`;
  const { permalinks, problems } = compilePermalinks('permalinks.jsonl', text);
  expect(problems).toEqual([]);
  expect(permalinks.map(({ line, data }) => [line, data.state, data.path])).toEqual([
    [1, 'live', '/themes/delay/'],
    [3, 'moved', '/themes/delay/#s-essays'],
    [4, 'withdrawn', '/themes/delay/'],
  ]);
});

test('no ledger is an empty one', () => {
  expect(compilePermalinks('permalinks.jsonl', '')).toEqual({ permalinks: [], problems: [] });
});

test.each([
  ['nothing that is JSON', 'live /themes/', 'permalinks.jsonl:1:1 This line is not JSON. Write one object a line.'],
  [
    'an unknown state',
    '{"on":"2027-01-02","path":"/a/","state":"mvoed","to":"/b/"}',
    'permalinks.jsonl:1:1 "mvoed" is not a state of an address. Did you mean "moved"?',
  ],
  ['no state', '[]', 'permalinks.jsonl:1:1 "undefined" is not a state of an address. Use one of live, moved, withdrawn.'],
  [
    'a misspelt field',
    '{"on":"2027-01-02","path":"/a/","state":"moved","too":"/b/"}',
    'permalinks.jsonl:1:49 Unknown field "too". Did you mean "to"?',
  ],
  [
    'an unknown class of reason',
    '{"on":"2027-01-02","path":"/a/","state":"withdrawn","reason":"privcy"}',
    'permalinks.jsonl:1:62 "privcy" is not a value of "reason". Did you mean "privacy"?',
  ],
  [
    'a month for a day',
    '{"on":"2027-01","path":"/a/","state":"withdrawn","reason":"legal"}',
    'permalinks.jsonl:1:7 on: Give a whole day, as "2027-03-01".',
  ],
  [
    'an impossible day',
    '{"on":"2027-02-30","path":"/a/","state":"withdrawn","reason":"legal"}',
    'permalinks.jsonl:1:7 on: 2027-02 has no day 30. Its last day is 28.',
  ],
  [
    'another site',
    '{"on":"2027-01-02","path":"/a/","state":"moved","to":"https://example.org/"}',
    'permalinks.jsonl:1:54 to: Give an address from the root of the site, as "/decisions/24-005-859/#f-delay".',
  ],
  [
    'a path that climbs',
    '{"on":"2027-01-02","path":"/a/../b/","state":"withdrawn","reason":"legal"}',
    'permalinks.jsonl:1:27 path: Give an address from the root of the site, as "/decisions/24-005-859/#f-delay".',
  ],
  [
    'a key that stands twice',
    '{"on":"2027-01-02","path":"/a/","path":"/b/","state":"withdrawn","reason":"legal"}',
    'permalinks.jsonl:1:1 A key stands twice on this line. Write each once.',
  ],
])('%s is a problem at its line', (_what, text, problem) => {
  expect(problemsOf(text)).toContain(problem);
});

test.each([
  ['spaces', LIVE.replace(',"path"', ', "path"')],
  ['a key twice', LIVE.replace('"s-essays":null', '"s-essays":null,"s-essays":null')],
  ['another order', '{"path":"/themes/delay/","on":"2027-01-02","state":"live","fragments":{}}'],
])('a live line that a person has touched is refused: %s', (_what, text) => {
  expect(problemsOf(text)).toEqual([
    'permalinks.jsonl:1:1 This line is not as npm run release wrote it. Take the change back; nothing in this file is edited by hand.',
  ]);
});
