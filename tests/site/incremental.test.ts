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

test('one edit compiles one file, renders only the pages that show it, and makes the site that a first build would', () => {
  project.setContent(firstFiles);
  const first = project.build();
  project.setContent(edited);
  const second = project.build();
  const changed = Object.keys(second.files).filter((file) => first.files[file] !== second.files[file]);
  expect(changed).toContain('decisions/11-222-333/index.html');
  expect(second.counts).toMatchObject({ compiled: 1 });
  const pages = new Set([...COMPLETED, ...changed.filter((file) => file.endsWith('.html') || file.startsWith('data/'))]);
  expect(second.counts['rendered']).toBe(pages.size);
  project.forget();
  expect(second.files).toEqual(project.build().files);
});
