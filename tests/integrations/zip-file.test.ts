import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openZip, packFile } from '../../src/integrations/offline/zip-file.ts';
import { makeFolder } from '../builders/files.ts';

function zip(files: Record<string, string | Uint8Array>, day = '2024-02-29'): Buffer {
  const folder = makeFolder({});
  const path = join(folder, 'made.zip');
  const file = openZip(path, day);
  for (const [name, content] of Object.entries(files)) file.add(name, packFile(name, Buffer.from(content)));
  const size = file.close();
  const bytes = readFileSync(path);
  expect(size).toBe(bytes.length);
  return bytes;
}

test('what goes in comes out, by another reader, with names in any letters', () => {
  const files = { 'a.txt': 'far too late '.repeat(500), 'b/é.txt': 'one', 'b/empty.txt': '' };
  const read = unzipSync(zip(files));
  expect(Object.fromEntries(Object.entries(read).map(([name, bytes]) => [name, strFromU8(bytes)]))).toEqual(files);
});

test('what packing would make larger is stored as it is', () => {
  const noise = Uint8Array.from({ length: 300 }, (_, index) => (index * index * 7919) >> 3);
  const bytes = zip({ 'noise.bin': noise });
  expect(bytes.includes(Buffer.from(noise))).toBe(true);
  expect(zip({ 'words.txt': 'late '.repeat(100) }).length).toBeLessThan(250);
});

test('every entry has the day of the record, no time, and a mode that lets everyone read', () => {
  const bytes = zip({ 'a.txt': 'a' });
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  expect(bytes.readUInt16LE(directory + 12)).toBe(0);
  const day = bytes.readUInt16LE(directory + 14);
  expect([1980 + (day >> 9), (day >> 5) & 15, day & 31]).toEqual([2024, 2, 29]);
  expect(bytes.readUInt32LE(directory + 38) >>> 16).toBe(0o100644);
});

test('a month or a year begins on its first day', () => {
  const dayOf = (bytes: Buffer) => bytes.readUInt16LE(12) & 511;
  expect(dayOf(zip({ a: '' }, '2024-03'))).toBe((3 << 5) | 1);
  expect(dayOf(zip({ a: '' }, '2024'))).toBe((1 << 5) | 1);
});

test('the bytes are the same in every time zone', () => {
  const code = `
    import { openZip, packFile } from ${JSON.stringify(resolve('src/integrations/offline/zip-file.ts'))};
    const zip = openZip(process.argv[1], '2024-01-01');
    zip.add('a.txt', packFile('a.txt', Buffer.from('late '.repeat(100))));
    zip.close();`;
  const folder = makeFolder({});
  const [one, other] = ['Pacific/Kiritimati', 'America/Los_Angeles'].map((zone) => {
    const path = join(folder, zone.replace('/', '-'));
    execFileSync(process.execPath, ['--input-type=module', '-e', code, path], { env: { ...process.env, TZ: zone } });
    return readFileSync(path);
  });
  expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
});
