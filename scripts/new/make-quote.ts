import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normaliseNewlines, splitFile } from '../../src/compile/frontmatter.ts';
import { kinds } from '../../src/schema/kinds.ts';
import { quoteSchema } from '../../src/schema/quote.ts';
import { buildSkeleton, type Given, writeItem } from '../../src/schema/skeleton.ts';
import { type Change, changeFile, holdsId, readItems, Refusal } from './change.ts';
import { insertJsonItem } from './insert-json.ts';
import { insertYamlItem } from './insert-yaml.ts';

const taken = (id: string) => new Error(`The quotation "${id}" is there already. Open it, or choose another name`);

function addToDecision(path: string, text: string, local: string, given: Given): string {
  const { frontmatter } = splitFile(path, normaliseNewlines(text));
  if (frontmatter?.value instanceof Object && holdsId(Reflect.get(frontmatter.value, 'quotes'), local)) throw taken(local);
  return insertYamlItem(text, 'quotes', writeItem(quoteSchema, given));
}

function addToSource(text: string, owner: string, local: string, given: Given): string {
  const items = readItems(text);
  const index = items.findIndex((item) => Reflect.get(item, 'id') === owner);
  if (index < 0) throw new Error(`There is no decision and no source "${owner}". Make it first: npm run new -- decision ${owner}`);
  const custom: unknown = Reflect.get(items[index] ?? {}, 'custom');
  if (custom instanceof Object && holdsId(Reflect.get(custom, 'quotes'), local)) throw taken(local);
  return insertJsonItem(text, [index, 'custom', 'quotes'], buildSkeleton(quoteSchema, given));
}

/** One line more: the words were not looked for yet. */
function addCheck(text: string, quote: string, source: string): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const check = JSON.stringify({ quote, source, held: false, on: 'unknown', result: 'not-read' });
  return `${text}${text === '' || text.endsWith('\n') ? '' : newline}${check}${newline}`;
}

/** A quotation in the file of its decision or in its source, and its line in checks.jsonl. */
export function makeQuote(id: string, content: string, given: Given): Change[] {
  const [owner = '', local = ''] = id.split('/');
  const [source] = given.get('source') ?? given.get('evidence.source') ?? [];
  if (!source) throw new Refusal('Give --source, the id of the source in which the words are printed: the line in checks.jsonl needs it');
  const read = (path: string) => readFileSync(join(content, path), 'utf8');
  const decision = `${kinds.decision.folder}/${owner}.mdx`;
  const entry = existsSync(join(content, decision))
    ? changeFile(decision, () => addToDecision(decision, read(decision), local, given))
    : changeFile('sources.json', () => addToSource(read('sources.json'), owner, local, given));
  return [entry, changeFile('checks.jsonl', () => addCheck(read('checks.jsonl'), id, source))];
}
