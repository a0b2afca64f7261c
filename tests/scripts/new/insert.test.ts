import { expect, test } from 'vitest';
import { insertJsonItem } from '../../../scripts/new/insert-json.ts';
import { insertYamlItem } from '../../../scripts/new/insert-yaml.ts';

const item = ['id: two', 'text: More'];

test.each([
  [
    'after the last item',
    '---\nquotes:\n  - id: one\n    text: Words\nlaw: []\n---\nBody\n',
    '---\nquotes:\n  - id: one\n    text: Words\n  - id: two\n    text: More\nlaw: []\n---\nBody\n',
  ],
  [
    'without an indent where the others have none',
    '---\nquotes:\n- id: one\n---\n',
    '---\nquotes:\n- id: one\n- id: two\n  text: More\n---\n',
  ],
  [
    'after a folded text',
    '---\nquotes:\n  - note: >-\n      One\n      two\n\nlaw: []\n---\n',
    '---\nquotes:\n  - note: >-\n      One\n      two\n  - id: two\n    text: More\n\nlaw: []\n---\n',
  ],
  [
    'after the comments of the last item',
    '---\nquotes:\n  - id: one # first\n    # note: FILL IN\n# law:\n---\n',
    '---\nquotes:\n  - id: one # first\n    # note: FILL IN\n  - id: two\n    text: More\n# law:\n---\n',
  ],
  [
    'into an empty list',
    '---\nquotes: [] # none yet\nlaw: []\n---\n',
    '---\nquotes:\n  - id: two\n    text: More # none yet\nlaw: []\n---\n',
  ],
  ['into a field without a value', '---\nquotes:\nlaw: []\n---\n', '---\nquotes:\n  - id: two\n    text: More\nlaw: []\n---\n'],
  [
    'as a field of its own',
    '---\nref: 1\n# quotes:\n---\nquotes: not here\n',
    '---\nref: 1\n# quotes:\nquotes:\n  - id: two\n    text: More\n---\nquotes: not here\n',
  ],
  [
    'with the line ends of the file',
    '---\r\nquotes:\r\n  - id: one\r\n---\r\nBody\r\n',
    '---\r\nquotes:\r\n  - id: one\r\n  - id: two\r\n    text: More\r\n---\r\nBody\r\n',
  ],
])('an item goes into YAML %s, and nothing else changes', (_where, text, expected) => {
  expect(insertYamlItem(text, 'quotes', item)).toBe(expected);
});

test('a list in brackets is left to the editor', () => {
  expect(() => insertYamlItem('---\nquotes: [{ id: one }]\n---\n', 'quotes', item)).toThrow('written in brackets');
});

test.each([
  ['after the last item', '[\n  {\n    "id": "a"\n  }\n]\n', [], '[\n  {\n    "id": "a"\n  },\n  {\n    "id": "b"\n  }\n]\n'],
  ['into an empty list', '[]\n', [], '[{"id":"b"}]\n'],
  ['with tabs', '[\n\t{ "id": "a" }\n]', [], '[\n\t{ "id": "a" },\n\t{\n\t\t"id": "b"\n\t}\n]'],
  ['on one line', '[{"id":"a"}]', [], '[{"id":"a"},{"id":"b"}]'],
  ['with the line ends of the file', '[\r\n  { "id": "a" }\r\n]\r\n', [], '[\r\n  { "id": "a" },\r\n  {\r\n    "id": "b"\r\n  }\r\n]\r\n'],
  [
    'into a list inside',
    '[\n  {\n    "c": {\n      "q": [\n        1\n      ]\n    }\n  }\n]',
    [0, 'c', 'q'],
    '[\n  {\n    "c": {\n      "q": [\n        1,\n        {\n          "id": "b"\n        }\n      ]\n    }\n  }\n]',
  ],
  [
    'into a list that is not there yet',
    '[\n  {\n    "c": {\n      "d": 1\n    }\n  }\n]',
    [0, 'c', 'q'],
    '[\n  {\n    "c": {\n      "d": 1,\n      "q": [\n        {\n          "id": "b"\n        }\n      ]\n    }\n  }\n]',
  ],
])('an item goes into JSON %s, and nothing else changes', (_where, text, path, expected) => {
  expect(insertJsonItem(text, path, { id: 'b' })).toBe(expected);
});
