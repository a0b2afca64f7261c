import { afterAll, beforeAll, expect, test } from 'vitest';
import { edits, firstFiles } from '../builders/edits.ts';
import { Project } from '../builders/project.ts';

let project: Project;

beforeAll(() => {
  project = new Project();
});
afterAll(() => project.remove());

// Later steps complete these after they are rendered: the digest of the index, the size of the offline edition.
const COMPLETED = ['search/index.html', 'data/index.html', 'offline/index.html'];

const edited = edits['the text of a decision']?.(firstFiles, 3) ?? {};

// So small a number that even this archive, which has one decision, is indexed in several.
const shards = { UPHELD_INDEX_SHARD: '0.2' };

test('one edit compiles one file, renders only the pages that show it, indexes one shard, and makes the site that a first build would', () => {
  project.setContent(firstFiles);
  const first = project.build(shards);
  project.setContent(edited);
  const second = project.build(shards);
  const changed = Object.keys(second.files).filter((file) => first.files[file] !== second.files[file]);
  expect(changed).toContain('decisions/11-222-333/index.html');
  expect(second.counts['shards']).toBeGreaterThan(1);
  expect(second.counts).toMatchObject({ compiled: 1, indexed: 1 });
  const pages = new Set([...COMPLETED, ...changed.filter((file) => file.endsWith('.html'))]);
  expect(second.counts['rendered']).toBe(pages.size);
  expect(second.counts['written']).toBe(changed.filter((file) => /^data\/.*(?<!\.html)$|\/cite\.\w+$|^pagefind\//.test(file)).length);
  project.forget();
  expect(second.files).toEqual(project.build(shards).files);
});
