import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { takeLock } from '../../src/integrations/build-lock.ts';

let folder = '';
let lock = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  lock = join(folder, 'build.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the second of two builds says that it waits, and begins when the first has ended', async () => {
  const order: string[] = [];
  const unlock = await takeLock(lock);
  const second = takeLock(lock, (words) => order.push(words)).then((release) => {
    order.push('second begins');
    release();
  });
  await vi.waitFor(() => expect(order).toHaveLength(1), { timeout: 30_000 });
  order.push('first ends');
  unlock();
  await second;
  expect(order).toEqual([
    `Another build is running (process ${process.pid}). This one begins when it has ended.`,
    'first ends',
    'second begins',
  ]);
  expect(existsSync(lock)).toBe(false);
});

test('the lock of a build that was killed holds nobody up', async () => {
  const other = spawn(process.execPath, ['-e', '']);
  await once(other, 'exit');
  writeFileSync(lock, String(other.pid));
  const told: string[] = [];
  (await takeLock(lock, (words) => told.push(words)))();
  expect(told).toEqual([]);
});
