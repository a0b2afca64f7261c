import { brotliCompressSync, crc32, deflateSync, gzipSync } from 'node:zlib';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkWithheld, findWithheld, loadWithheld, readWithheldList } from '../../src/compile/withheld.ts';
import { loadArchive } from '../../src/graph/load-archive.ts';
import { findInFolder } from '../../src/integrations/withheld/find-in-folder.ts';
import { archiveFiles } from '../builders/archive-folder.ts';
import { write } from '../builders/content.ts';
import { makeFolder } from '../builders/files.ts';
import { makeZip } from '../builders/zip.ts';

const list = readWithheldList('# names\nSiôn O’Hara\r\nLarkspur\n\n');
const SECRET = 'It was told to Siôn O’Hara yesterday.';

test.each(['Siôn O’Hara', "SION O'HARA", 'siôn\no hara', 'sion-o-hara', 'by Larkspur.', 'Sio\u0302n  O’Hara'])('%j is withheld', (text) => {
  expect(findWithheld(`x ${text} x`, list)).toHaveLength(1);
});

test.each(['Siôn', 'O’Hara', 'Siôn and O’Hara', 'Larkspurs', 'a lark spur', ''])('%j is not', (text) => {
  expect(findWithheld(text, list)).toEqual([]);
});

/** A picture of one pixel with a text beside it. */
function makePng(type: string, data: Buffer): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const typed = Buffer.concat([Buffer.from(name, 'latin1'), body]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length);
    sum.writeUInt32BE(crc32(typed));
    return Buffer.concat([length, typed, sum]);
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk(type, data),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const text = Buffer.from(SECRET);
test.each([
  ['a page', 'a/index.html', '<p>It was told to Si&ocirc;n O&rsquo;Hara.</p>'.replace('&ocirc;', '&#xF4;').replace('&rsquo;', '&#x2019;')],
  ['a page that parts the words by tags', 'index.html', '<p>Si<em>ôn</em> <b>O’Hara</b></p>'],
  ['JSON with escapes', 'data/a.json', JSON.stringify({ a: SECRET }).replace('ô', '\\u00f4')],
  ['a CSV', 'data/a.csv', 'id,text\r\n1,"Siôn O’Hara"\r\n'],
  ['a feed', 'feed.xml', '<content type="html">&lt;p&gt;Larkspur&lt;/p&gt;</content>'],
  ['an address with escapes', 'index.html', '<a href="/search/?q=Si%C3%B4n%20O%E2%80%99Hara">x</a>'],
  ['a compressed index', 'pagefind/fragment/a.pf_fragment', gzipSync(text)],
  ['a compressed copy', 'index.html.gz', gzipSync(text)],
  ['another', 'index.html.br', brotliCompressSync(text)],
  ['a ZIP', 'downloads/a.zip', makeZip([{ name: 'a.html', data: text }])],
  ['a page inside a compressed file inside a ZIP', 'downloads/a.zip', makeZip([{ name: 'a.gz', data: gzipSync(text) }])],
  ['the text of a picture', 'cards/a.png', makePng('tEXt', Buffer.concat([Buffer.from('Title\0'), Buffer.from('Larkspur')]))],
  [
    'the packed text of a picture',
    'cards/a.png',
    makePng('zTXt', Buffer.concat([Buffer.from('Title\0\0'), deflateSync(Buffer.from('Larkspur'))])),
  ],
  ['a name', 'quotes/speaker/sion-o-hara/index.html', 'x'],
])('withheld words in %s are found, and the file is named', (_what, path, content) => {
  const folder = makeFolder({ [path]: content, 'other.html': 'Siôn', 'other.zip': makeZip([{ name: 'b', data: 'nothing' }]) });
  expect(findInFolder(folder, list)).toEqual([join(folder, path)]);
});

const useList = (file: string) => {
  process.env['UPHELD_WITHHELD'] = file;
  onTestFinished(() => void delete process.env['UPHELD_WITHHELD']);
};

test('content with withheld words is refused where they stand, says them no more, and leaves nothing in a cache', () => {
  const files = Object.entries(archiveFiles).map(([path, words]) => [`content/${path}`, words]);
  const root = makeFolder({
    ...Object.fromEntries(files),
    'content/terms/board.mdx': write('term', {}, SECRET),
    'package-lock.json': '{}',
    'src/compile/a.ts': '',
    'src/schema/a.ts': '',
    'src/plugins/a.ts': '',
  });
  useList(join(makeFolder({ 'list.txt': 'Siôn O’Hara' }), 'list.txt'));
  const { archive, problems } = loadArchive(root, join(root, 'content'));
  expect([archive, problems.map(({ file, line, column, kind }) => `${file}:${line}:${column} ${kind}`)]).toEqual([
    undefined,
    ['content/terms/board.mdx:6:16 withheld-words'],
  ]);
  expect(problems.map(({ message }) => message).join()).not.toMatch(/Hara/);
  expect(findInFolder(join(root, '.upheld'), list)).toEqual([]);
  expect(existsSync(join(root, 'content/terms/board.mdx'))).toBe(true);
});

test('a list inside the project, and one that is not there, are refused', () => {
  const root = makeFolder({ 'list.txt': 'a' });
  expect(() => loadWithheld(root, 'list.txt')).toThrow('The file named lies inside the project');
  expect(() => loadWithheld(root, '../not-there.txt')).toThrow('The file named is not there');
  expect(loadWithheld(root, undefined)).toEqual([]);
});

test('without a list nothing is looked for', () => {
  expect(checkWithheld(makeFolder({ 'a.mdx': SECRET }), 'content', [])).toEqual([]);
});
