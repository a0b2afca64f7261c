import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { precompress } from '../../src/integrations/precompress.ts';
import { archiveFiles } from '../builders/archive-folder.ts';
import { write } from '../builders/content.ts';
import { Project } from '../builders/project.ts';

const project = new Project();
afterAll(() => project.remove());

const build = (word: string) => {
  project.setContent({ ...archiveFiles, 'terms/panel.mdx': write('term', { definition: `The ${word} panel.` }) });
  return Object.keys(project.build().files).filter((file) => /\.(?:gz|br)$/.test(file));
};

test('no build keeps a packed copy of an older one, not even where it works in the folder of one', () => {
  const packed = ['first', 'second', 'third', 'fourth'].map((word) => {
    const left = build(word);
    return { left, ...precompress(join(project.root, 'dist')) };
  });
  expect(packed.map(({ left }) => left)).toEqual([[], [], [], []]);
  for (const { written, removed } of packed) expect([written > 50, removed]).toEqual([true, 0]);
}, 240_000);
