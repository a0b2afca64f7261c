import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { toIdSchema } from '../../src/graph/id-schema.ts';
import type { LoadedArchive } from '../../src/graph/load-archive.ts';
import { describeField, isRequired } from '../../src/schema/describe.ts';
import { idsFile, listJsonSchemas } from '../../src/schema/json-schema.ts';
import { type Kind, kindNames, kinds } from '../../src/schema/kinds.ts';
import { vocabulary } from '../../src/schema/vocabulary.ts';

/** Where the schemas for editors lie; `.vscode/settings.json` names each. */
export const schemaFolder = '.vscode/schemas';

const scope = 'mdx,markdown';

interface Snippet {
  prefix: string;
  body: string[];
  description: string;
  scope: string;
}

const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const holdsText = (name: string) => ['Note', 'Sic', 'Opinion'].includes(name);

/** A component as a snippet: its needed properties as stops, what stands between its tags as the last. */
function toSnippet(name: string, schema: z.ZodObject): Snippet {
  const needed = Object.entries(schema.shape).filter(([, field]) => isRequired(field));
  const props = needed
    .map(([key, field], index) => ` ${key}="${field instanceof z.ZodLiteral ? String(field.value) : `$${index + 1}`}"`)
    .join('');
  const description =
    needed.map(([key, field]) => [key, describeField(field)].filter(Boolean).join(': ')).join('; ') || 'Words that stand between its tags';
  if (!holdsText(name)) return { prefix: `<${name}`, body: [`<${name}${props} />`], description, scope };
  const body = name === 'Opinion' ? [`<${name}${props}>`, '', '$0', '', `</${name}>`] : [`<${name}${props}>$0</${name}>`];
  return { prefix: `<${name}`, body, description, scope };
}

const heading: Snippet = { prefix: '##', body: ['## $1 <Anchor id="s-$2" />'], description: 'A heading with its address', scope };

/** Files that follow from the code alone, and are kept in the repository. */
export function listFixedFiles(): Map<string, string> {
  const components = Object.entries(vocabulary).map(([name, schema]): [string, Snippet] => [name, toSnippet(name, schema)]);
  const snippets = Object.fromEntries([...components, ['Heading', heading]]);
  return new Map([
    ...[...listJsonSchemas()].map(([name, schema]): [string, string] => [`${schemaFolder}/${name}`, toJson(schema)]),
    ['.vscode/upheld.code-snippets', toJson(snippets)],
  ]);
}

const collectionFolder = '.astro/collections';

/** Where the files of a kind lie in a content folder. */
export const patternOf = (kind: Kind) => (kind === 'text' ? `${kinds.text.folder}/*/text.mdx` : `${kinds[kind].folder}/*.mdx`);

/** Astro's extension for VS Code completes frontmatter from this list of files, which it writes for collections of its own. */
function listCollections(content: string) {
  const files = kindNames.flatMap((kind) =>
    globSync(patternOf(kind), { cwd: content })
      .toSorted()
      .map((path): [string, string] => [pathToFileURL(join(content, path)).href.toLowerCase(), kind]),
  );
  return { collections: kindNames.map((name) => ({ hasSchema: true, name })), entries: Object.fromEntries(files) };
}

/** Files that follow from the content, and are not kept: the known ids, and what points Astro's extension to the schemas. */
export function listLooseFiles(content: string, { targets, archive }: Pick<LoadedArchive, 'targets' | 'archive'>): Map<string, string> {
  const pointers = kindNames.map((kind): [string, string] => [
    `${collectionFolder}/${kind}.schema.json`,
    toJson({ $ref: `../../${schemaFolder}/${kind}.schema.json` }),
  ]);
  return new Map([
    [`${schemaFolder}/${idsFile}`, toJson(toIdSchema(targets, archive?.labels))],
    [`${collectionFolder}/collections.json`, toJson(listCollections(content))],
    ...pointers,
  ]);
}
