import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { getLanguageService, TextDocument } from 'yaml-language-server';
import { expect, test } from 'vitest';
import { listFixedFiles, listLooseFiles, patternOf, schemaFolder } from '../../../scripts/schemas/editor-files.ts';
import { writeFiles } from '../../../scripts/schemas/write-files.ts';
import { splitFile } from '../../../src/compile/frontmatter.ts';
import { loadArchive } from '../../../src/graph/load-archive.ts';
import { idsFile } from '../../../src/schema/json-schema.ts';
import { type Kind, kindNames, kinds } from '../../../src/schema/kinds.ts';
import { archiveFiles, makeArchive } from '../../builders/archive-folder.ts';
import { makeFolder } from '../../builders/files.ts';

const ROOT = join(import.meta.dirname, '../../..');

test.each([...listFixedFiles()])('%s is as the schemas have it (npm run schemas writes it)', (path, text) => {
  expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text);
});

test('the settings name the schema of every kind and the files that it is for', () => {
  const settings = JSON.parse(readFileSync(join(ROOT, '.vscode/settings.json'), 'utf8'));
  expect(settings['yaml.schemas']).toEqual(
    Object.fromEntries(kindNames.map((kind) => [`./${schemaFolder}/${kind}.schema.json`, posix.join('content', patternOf(kind))])),
  );
  expect(settings['json.schemas'].map(({ fileMatch, url }: { fileMatch: string[]; url: string }) => [fileMatch, url])).toEqual([
    [['/content/sources.json'], './.vscode/schemas/sources.schema.json'],
    [['/content/archive.json'], './.vscode/schemas/archive.schema.json'],
  ]);
});

test('only files that differ are written', () => {
  const root = makeFolder({ 'a/one.json': 'same', 'a/two.json': 'old' });
  expect(
    writeFiles(
      root,
      new Map([
        ['a/one.json', 'same'],
        ['a/two.json', 'new'],
        ['b/three.json', 'more'],
      ]),
    ),
  ).toEqual(['a/two.json', 'b/three.json']);
});

/** A project with a made-up archive and everything that an editor reads. */
function makeProject(files: Record<string, string> = {}): { root: string; content: string } {
  const content = makeArchive(files);
  const root = makeFolder(Object.fromEntries([...listFixedFiles(), ...listLooseFiles(content, loadArchive(ROOT, content))]));
  return { root, content };
}

const readSchema = (root: string, name: string) => JSON.parse(readFileSync(join(root, schemaFolder, name), 'utf8'));

function validator(root: string, name: string) {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema(readSchema(root, idsFile), idsFile);
  return ajv.compile(readSchema(root, name));
}

const kindOf = (path: string): Kind | undefined => kindNames.find((kind) => path.startsWith(`${kinds[kind].folder}/`));

test('what the compiler accepts, the schemas for editors accept', () => {
  const { root } = makeProject();
  for (const [path, text] of Object.entries(archiveFiles)) {
    const kind = kindOf(path);
    const name = kind ?? (path === 'sources.json' ? 'sources' : path === 'archive.json' ? 'archive' : undefined);
    if (!name) continue;
    const validate = validator(root, `${name}.schema.json`);
    validate(kind ? splitFile(path, text).frontmatter?.value : JSON.parse(text));
    expect([path, validate.errors]).toEqual([path, null]);
  }
});

test.each([
  ['an unknown id', 'event', { bodies: ['burough'] }],
  ['an unknown field', 'event', { colour: 'red' }],
  ['a value that is none of those allowed', 'event', { kind: 'reviw' }],
  ['a date that is a number', 'event', { date: 2019 }],
  ['a date that is none', 'event', { date: 'May 2019' }],
  ['two records on one line', 'conflict', { passages: [{ body: 'borough', event: '2020-03-04-decided' }] }],
  ['no evidence', 'term', { evidence: [] }],
])('%s is flagged', (_what, kind, wrong) => {
  const { root } = makeProject();
  const [, text = ''] = Object.entries(archiveFiles).find(([path]) => kindOf(path) === kind) ?? [];
  const validate = validator(root, `${kind}.schema.json`);
  expect(validate({ ...Object(splitFile('a.mdx', text).frontmatter?.value ?? {}), ...wrong })).toBe(false);
});

/** What a YAML-aware editor makes of frontmatter: it reads the schemas from disk, as it would. */
function editor(root: string, kind: Kind) {
  const service = getLanguageService({
    schemaRequestService: (uri) => Promise.resolve(readFileSync(new URL(uri), 'utf8')),
    workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
  });
  const uri = pathToFileURL(join(root, schemaFolder, `${kind}.schema.json`)).href;
  service.configure({
    validate: true,
    completion: true,
    hover: true,
    customTags: [],
    yamlVersion: '1.2',
    schemas: [{ uri, fileMatch: ['*.mdx'] }],
  });
  return service;
}

test('a YAML-aware editor completes ids with their labels and flags one that is not there', async () => {
  const { root, content } = makeProject();
  const service = editor(root, 'event');
  const open = (text: string) =>
    TextDocument.create(pathToFileURL(join(content, 'events/a.mdx')).href, 'yaml', text.length, text) as Parameters<
      typeof service.doComplete
    >[0];
  const { items } = await service.doComplete(open('bodies: [bor]'), { line: 0, character: 12 }, false);
  expect(items.map(({ label, documentation }) => [label, documentation])).toEqual([
    ['borough', 'the Borough'],
    ['watchdog', 'the Watchdog'],
  ]);
  const faults = await service.doValidation(
    open('title: A\ndate: "2020"\nkind: review\nbodies: [burough]\nevidence:\n  - source: gazette\n'),
    false,
  );
  expect(faults.map(({ range, message }) => [range.start.line, message])).toEqual([
    [3, 'Value is not accepted. Valid values: "borough", "watchdog".'],
  ]);
});

test('Astro’s extension is pointed to the schema of every file', () => {
  const { root, content } = makeProject();
  const { collections, entries } = JSON.parse(readFileSync(join(root, '.astro/collections/collections.json'), 'utf8'));
  expect(collections).toContainEqual({ hasSchema: true, name: 'decision' });
  expect(entries[pathToFileURL(join(content, 'terms/panel.mdx')).href.toLowerCase()]).toBe('term');
  expect(JSON.parse(readFileSync(join(root, '.astro/collections/term.schema.json'), 'utf8'))).toEqual({
    $ref: '../../.vscode/schemas/term.schema.json',
  });
});

test('ids are completed where something else in the archive is wrong', () => {
  const { root } = makeProject({ 'terms/panel.mdx': '---\nterm: x\n---\n' });
  expect(readSchema(root, idsFile).definitions.body).toEqual({ type: 'string', enum: ['borough', 'watchdog'] });
});
