import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStage, type Stage } from '../../src/integrations/publish-folder.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'publish-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function write(words: string): Promise<Stage> {
  const stage = await openStage(root, 'dist');
  writeFileSync(join(stage.folder, 'index.html'), words);
  return stage;
}
const read = () => readFileSync(join(root, 'dist', 'index.html'), 'utf8');
const listBuilds = () => readdirSync(join(root, '.upheld', 'builds'));

test('a finished folder replaces the last one, which goes', async () => {
  (await write('old')).publish();
  (await write('new')).publish();
  expect(read()).toBe('new');
  expect(listBuilds()).toHaveLength(1);
});

test('what is discarded leaves the last one and nothing of its own', async () => {
  (await write('old')).publish();
  (await write('new')).discard();
  expect(read()).toBe('old');
  expect(listBuilds()).toHaveLength(1);
});

test('what a killed build left goes with the next one, and never the published folder', async () => {
  (await write('old')).publish();
  await write('killed');
  rmSync(join(root, '.upheld', 'build.lock'));
  (await write('new')).publish();
  expect(read()).toBe('new');
  expect(listBuilds()).toHaveLength(1);
});

test('a folder that no build made is never replaced', async () => {
  mkdirSync(join(root, 'dist'));
  const stage = await write('new');
  expect(() => stage.publish()).toThrow('is not a link that a build made. Move it away, then build again');
  stage.discard();
  expect(readdirSync(join(root, 'dist'))).toEqual([]);
});
