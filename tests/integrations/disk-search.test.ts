import { expect, test } from 'vitest';
import { checkIndex, checkModule, listIndexFolders, toHandingScript } from '../../src/integrations/offline/disk-search.ts';
import { makeFolder } from '../builders/files.ts';

const KNOWN =
  'const pagefind_version="1.6.0";fetch(a);fetch(b);import.meta.url;import.meta.url;import.meta.url;import.meta.url;export{createInstance,search};';
const refuses = (source: string) =>
  expect(() => checkModule(source), source).toThrow(/^The offline edition knows the search of Pagefind 1\.6\.0, and /);

test('a version of Pagefind whose shape is not known is refused', () => {
  expect(() => checkModule(KNOWN)).not.toThrow();
  refuses(KNOWN.replace('1.6.0', '1.7.0'));
  refuses(KNOWN.replace('pagefind_version', 'version'));
  refuses(`${KNOWN}fetch(c)`);
  refuses(`${KNOWN}import(c)`);
  refuses(KNOWN.replace('import.meta.url;', ''));
  refuses(KNOWN.replace('createInstance', 'create'));
});

test('an index of another version, or with files of another kind, is refused', () => {
  const site = makeFolder({
    'pagefind/pagefind-entry.json': '{"version":"1.6.0"}',
    'later/pagefind-entry.json': '{"version":"2.0.0"}',
  });
  const names = [
    'pagefind-entry.json',
    'pagefind.js',
    'wasm.en.pagefind',
    'pagefind.en_1.pf_meta',
    'index/en_1.pf_index',
    'fragment/en_1.pf_fragment',
    'filter/en_1.pf_filter',
  ];
  const files = names.map((name) => `pagefind/${name}`);
  expect(() => checkIndex(site, 'pagefind/', files)).not.toThrow();
  expect(() => checkIndex(site, 'pagefind/', [...files, 'pagefind/index/en_1.pf_words'])).toThrow(
    'pagefind/index/en_1.pf_words is no file of theirs',
  );
  expect(() => checkIndex(site, 'later/', [])).toThrow('later/ is of version 2.0.0');
});

test('every folder with an entry of Pagefind is an index, however many there are', () => {
  expect(listIndexFolders(['pagefind/a/pagefind-entry.json', 'pagefind/a/x.pf_meta', 'pagefind/b/pagefind-entry.json', 'a.txt'])).toEqual([
    'pagefind/a/',
    'pagefind/b/',
  ]);
});

test('a file of the index becomes a script that hands over its bytes', () => {
  expect(toHandingScript(Uint8Array.of(0, 128, 255))).toBe('upheldFile("AID/")\n');
});
