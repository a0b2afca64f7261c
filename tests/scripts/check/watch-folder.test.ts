import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { watchFolder } from '../../../scripts/check/watch-folder.ts';
import { makeFolder } from '../../builders/files.ts';

/** Watches a folder; `next` resolves with the number of calls once one more has come, and with undefined where none comes. */
function watching(root: string) {
  let calls = 0;
  onTestFinished(watchFolder(root, () => void (calls += 1)));
  return async (change: () => void): Promise<boolean> => {
    const before = calls;
    change();
    for (let turn = 0; turn < 1000 && calls === before; turn += 1) await wait(20);
    // Whatever else the same burst causes belongs to it.
    await wait(80);
    return calls > before;
  };
}

test('files written, added, renamed over and removed are seen, in folders that are new too', async () => {
  const root = makeFolder({ 'terms/a.mdx': 'one' });
  const sees = watching(root);
  expect(await sees(() => writeFileSync(join(root, 'terms/a.mdx'), 'two'))).toBe(true);
  expect(await sees(() => writeFileSync(join(root, 'terms/b.mdx'), 'one'))).toBe(true);
  expect(
    await sees(() => {
      writeFileSync(join(root, 'terms/.a.swp'), 'three');
      renameSync(join(root, 'terms/.a.swp'), join(root, 'terms/a.mdx'));
    }),
  ).toBe(true);
  expect(await sees(() => mkdirSync(join(root, 'events')))).toBe(true);
  expect(await sees(() => writeFileSync(join(root, 'events/c.mdx'), 'one'))).toBe(true);
  expect(await sees(() => rmSync(join(root, 'events'), { recursive: true }))).toBe(true);
  expect(await sees(() => rmSync(join(root, 'terms/b.mdx')))).toBe(true);
});

test('a burst of changes is told once', async () => {
  const root = makeFolder({ 'terms/a.mdx': 'one' });
  let calls = 0;
  onTestFinished(watchFolder(root, () => void (calls += 1)));
  for (let turn = 0; turn < 10; turn += 1) writeFileSync(join(root, 'terms/a.mdx'), String(turn));
  await wait(400);
  expect(calls).toBe(1);
});
