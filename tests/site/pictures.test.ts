import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { listSiteFiles } from '../../src/integrations/checksums.ts';

/** What a PNG must have to be drawn, and nothing that says who made it, where or when. */
const PLAIN = ['IHDR', 'PLTE', 'tRNS', 'sRGB', 'gAMA', 'cHRM', 'sBIT', 'bKGD', 'pHYs', 'IDAT', 'IEND'];

function listChunks(png: Buffer): string[] {
  const types: string[] = [];
  for (let at = 8; at + 8 <= png.length; at += 12 + png.readUInt32BE(at)) types.push(png.toString('latin1', at + 4, at + 8));
  return types;
}

/** What a picture says beside what it shows. */
function listSaid(name: string, bytes: Buffer): string[] {
  if (name.endsWith('.png')) return listChunks(bytes).filter((type) => !PLAIN.includes(type));
  if (name.endsWith('.svg')) return bytes.toString('utf8').match(/<metadata|<!--|<\?xpacket|inkscape|sodipodi|<desc|<script/gi) ?? [];
  if (name.endsWith('.ico')) return bytes.toString('latin1').match(/tEXt|iTXt|eXIf|Exif/g) ?? [];
  return ['a kind of picture that nobody looked at'];
}

const site = inject('site');
const pictures = listSiteFiles(site).filter((path) => /\.(?:png|jpe?g|gif|webp|avif|svg|ico)$/.test(path));

test('no picture carries anything beside what it shows', () => {
  expect(pictures.length).toBeGreaterThan(5);
  expect(pictures.flatMap((path) => listSaid(path, readFileSync(join(site, path))).map((said) => `${path}: ${said}`))).toEqual([]);
});

test('a picture that does is told', () => {
  const [path = ''] = pictures.filter((name) => name.endsWith('.png'));
  const chunk = Buffer.concat([Buffer.from([0, 0, 0, 1]), Buffer.from('tEXtA', 'latin1'), Buffer.alloc(4)]);
  const png = readFileSync(join(site, path));
  expect(listSaid(path, Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]))).toEqual(['tEXt']);
  expect(listSaid('a.svg', Buffer.from('<svg><metadata>x</metadata></svg>'))).toEqual(['<metadata']);
  expect(listSaid('a.jpg', Buffer.from(''))).toHaveLength(1);
});
