import { afterAll, beforeAll, expect, test } from 'vitest';
import { Project } from '../builders/project.ts';
import { edits, firstFiles } from '../builders/edits.ts';

let project: Project;
let single: Record<string, string>;

beforeAll(() => {
  project = new Project();
  project.setContent(firstFiles);
  single = project.build().files;
}, 600_000);
afterAll(() => project.remove());

/** The index of the whole is made when its parts are merged, and nothing else is. */
const madeByMerge = (files: Record<string, string>) => ({
  rendered: 0,
  written: Object.keys(files).filter((file) => file.startsWith('pagefind/')).length,
});

test.each([1, 2, 4, 7])(
  'a site that was built in %i parts is that of one build, byte for byte, and nothing of it is made twice',
  (of) => {
    project.forget();
    for (let number = 1; number <= of; number++) project.run('build', { UPHELD_SHARD: `${number}/${of}` });
    project.run('merge');
    const { files, counts } = project.read();
    expect(files).toEqual(single);
    expect(counts).toMatchObject(madeByMerge(files));
  },
  1_200_000,
);

test('a site is merged over an older one', () => {
  project.build();
  project.setContent(Object.values(edits)[0]?.(firstFiles, 1) ?? firstFiles);
  for (const number of [1, 2]) project.run('build', { UPHELD_SHARD: `${number}/2` });
  project.run('merge');
  const merged = project.read();
  expect(merged.files).not.toEqual(single);
  expect(merged.counts).toMatchObject(madeByMerge(merged.files));
  project.forget();
  expect(project.build().files).toEqual(merged.files);
}, 1_200_000);
