import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { readSite, textOf } from '../site/read-site.ts';
import { listStrings, type Output, readAtom, readCsv, readJsonFeed } from './read-outputs.ts';

const isCode = ({ tagName }: Element) => tagName === 'script';
// A style of citation has rules of its own for quotation marks.
const isCitation = ({ properties }: Element) => listStrings(properties['className']).some((name) => /^cite(?:-text)?$/.test(name));

/** What a script reads in an attribute: the data, where they are JSON. */
const readData = (value: string): string[] =>
  /^[[{]/.test(value) && value.endsWith(value.startsWith('[') ? ']' : '}') ? listStrings(tryJson(value)) : [value];

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The words of a part of a page, without those of the elements that `skip` picks. */
function readWords(part: Root | Element, skip: (element: Element) => boolean): string {
  let words = '';
  visit(part, (node) => {
    if (node.type === 'element' && node !== part && skip(node)) return SKIP;
    if (node.type === 'text') words += node.value;
    return undefined;
  });
  return words;
}

/** Every string that a reader, a program or a search engine reads in a built site, file by file. */
export function listSiteOutputs(site: string): Output[] {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)));
  const read = (name: string) => readFileSync(join(site, name), 'utf8');
  const listOf = (pattern: RegExp) => files.filter((name) => pattern.test(name));
  const pages = readSite(site);
  return [
    ...pages.flatMap((page) => [
      { name: page.path, prose: true, strings: [readWords(page.tree, (element) => isCode(element) || isCitation(element))] },
      {
        name: `${page.path} (citations)`,
        prose: true,
        strings: page.elements.filter(isCitation).map((element) => readWords(element, isCode)),
      },
      {
        name: `${page.path} (attributes)`,
        prose: true,
        strings: page.elements.flatMap(({ properties }) => listStrings(Object.values(properties)).flatMap(readData)),
      },
    ]),
    ...pages.map(({ path, elements }) => ({
      name: `${path} (JSON-LD)`,
      prose: true,
      strings: elements
        .filter(({ tagName, properties }) => tagName === 'script' && properties['type'] === 'application/ld+json')
        .flatMap((element) => listStrings(JSON.parse(textOf(element)))),
    })),
    ...listOf(/(?:^data\/(?!timelinejs)[^/]*|cite|manifest)\.(?:json|jsonld|webmanifest)$/).map((name) => ({
      name,
      prose: false,
      strings: listStrings(JSON.parse(read(name))),
    })),
    ...listOf(/^data\/.*\.csv$/).map((name) => ({ name, prose: false, strings: readCsv(read(name)) })),
    ...listOf(/feed\.xml$/).map((name) => ({ name, prose: true, strings: readAtom(read(name)) })),
    ...listOf(/feed\.json$/).map((name) => ({ name, prose: true, strings: readJsonFeed(read(name)) })),
    ...listOf(/^pagefind\/fragment\//).map((name) => ({
      name,
      prose: true,
      strings: listStrings(
        JSON.parse(
          gunzipSync(readFileSync(join(site, name)))
            .toString('utf8')
            .replace(/^pagefind_dcd/, ''),
        ),
      ),
    })),
  ];
}
