import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { readJson } from '../../src/compile/json-document.ts';
import { readYaml } from '../../src/compile/yaml-document.ts';

/** Every path into a value, those of members and items included. */
const listPaths = (value: unknown, path: PropertyKey[] = []): PropertyKey[][] => [
  path,
  ...(Array.isArray(value) ? value.flatMap((item, index) => listPaths(item, [...path, index])) : []),
  ...(value instanceof Object && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, item]) => listPaths(item, [...path, key]))
    : []),
];

test('a value and every place in it are those that the YAML reader finds', () => {
  const text = ' {"a": [1, -2.5e3, "x\\"]y"],\n\t"b c": {"\\u0064": null, "e": {}},\n\n "f": true, "g": [] }\n';
  const [json, yaml] = [readJson('a.json', text).data, readYaml('a.json', text).data];
  expect(json?.value).toEqual(yaml?.value);
  for (const path of [...listPaths(json?.value), ['nowhere'], ['a', 9], ['b c', 'nowhere', 'deeper']]) {
    expect([path, json?.locate(path), json?.locateKey(path)]).toEqual([path, yaml?.locate(path), yaml?.locateKey(path)]);
  }
});

const data = fc.jsonValue({ maxDepth: 4 }).map((value): unknown => JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'proto')));

test('whatever the data and its indent, the text is read as JSON.parse does, and a value stands where it is said to', () => {
  fc.assert(
    fc.property(data, fc.constantFrom(0, 2, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const { data: read, problems } = readJson('a.json', text);
      expect([read?.value, problems]).toEqual([value, []]);
      const lines = text.split('\n');
      for (const path of listPaths(value)) {
        const { line = 0, column = 0 } = read?.locate(path) ?? {};
        const found: unknown = path.reduce<unknown>(
          (current, step) => (current instanceof Object ? Reflect.get(current, step) : undefined),
          value,
        );
        expect(lines[line - 1]?.[column - 1]).toBe(JSON.stringify(found)[0]);
      }
    }),
    { numRuns: 200 },
  );
});

test.each([
  '{"a": 1, "a": 2}',
  '{"a": [1,}',
  '[1 2]',
  '',
  '"unclosed',
  `${'['.repeat(100)}${']'.repeat(100)}`,
  '{"a": {"\\u0062": 1, "b": 2}}',
])('what is not plain JSON is told as the YAML reader tells it: %s', (text) => {
  expect(readJson('a.json', text).problems).toEqual(readYaml('a.json', text).problems);
});
