import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, packIndexFile, readIndexFile } from './index-file.ts';

/** Texts share a file until it has so many characters: quotations come by the dozen, a long decision alone. */
const ENOUGH = 12_000;
const DIGITS = 8;

/** The texts of a written index by the keys that it gave them. */
function readTexts(folder: string): Map<string, Record<string, unknown>> {
  const files = readdirSync(folder);
  const pairs = files.flatMap((file): [string, Record<string, unknown>][] => {
    const parsed: Record<string, unknown> = JSON.parse(readIndexFile(join(folder, file)).toString('utf8'));
    return file.startsWith('en_group_')
      ? Object.entries(parsed).map(([key, text]) => [key, Object(text)])
      : [[file.replace(/\.pf_fragment$/, ''), parsed]];
  });
  return new Map(pairs);
}

/** A name made of the content, longer where two contents would share it. */
function openNames(prefix: string): (content: string) => string {
  const taken = new Set<string>();
  return (content) => {
    const digest = digestOf(content);
    let length = DIGITS;
    while (taken.has(digest.slice(0, length))) length += 1;
    taken.add(digest.slice(0, length));
    return `${prefix}${digest.slice(0, length)}`;
  };
}

/**
 * Writes the texts of an index anew, so that few are loaded to show one: by keys that no other shard has, several short ones
 * in a file. `keys` are those that the index gave its entries, in order. Returns their new keys and files, and their kinds.
 */
export function rewriteTexts(folder: string, keys: readonly string[], shard: string) {
  const texts = readTexts(folder);
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  const [nameText, nameGroup] = [openNames(`en_${shard}`), openNames(`en_group_${shard}`)];
  const pages: { key: string; group: string; address: string; kind: string }[] = [];
  const write = (name: string, content: string) => writeFileSync(join(folder, `${name}.pf_fragment`), packIndexFile(Buffer.from(content)));

  let open: { key: string; content: string; page: number }[] = [];
  const close = () => {
    const [first] = open;
    if (open.length === 1 && first) write(first.key, first.content);
    else if (first) {
      const content = `{${open.map(({ key, content: text }) => `${JSON.stringify(key)}:${text}`).join(',')}}`;
      const group = nameGroup(content);
      write(group, content);
      for (const { page } of open) pages.splice(page, 1, { ...(pages[page] ?? { key: '', address: '', kind: '' }), group });
    }
    open = [];
  };
  for (const old of keys) {
    const text = texts.get(old) ?? {};
    const content = JSON.stringify(text);
    const key = nameText(content);
    const [kind] = [Reflect.get(Object(text['filters']), 'kind')].flat();
    if (open.length > 0 && open.reduce((sum, one) => sum + one.content.length, content.length) > ENOUGH) close();
    open.push({ key, content, page: pages.length });
    pages.push({ key, group: '', address: String(text['url']), kind: String(kind ?? 'no kind') });
  }
  close();
  return pages;
}
