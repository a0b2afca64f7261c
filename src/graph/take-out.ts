import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { normaliseNewlines, splitFile } from '../compile/frontmatter.ts';
import { listFilePhrases, listPhrases, removeListItem, type Removal } from '../compile/remove-part.ts';
import { kindNames, kinds } from '../schema/kinds.ts';
import type { TargetKind } from '../schema/reference.ts';

const OWNED: Partial<Record<TargetKind, string>> = {
  finding: 'findings',
  recommendation: 'recommendations',
  payment: 'payments',
  quote: 'quotes',
  person: 'persons',
};

/** Takes things out of a content folder, and remembers from which files, and what they said. */
export class Editor {
  readonly files = new Set<string>();
  readonly words: string[] = [];
  readonly content: string;

  constructor(content: string) {
    this.content = content;
  }

  delete(name: string): boolean {
    const path = join(this.content, name);
    if (!existsSync(path)) return false;
    if (lstatSync(path).isFile()) this.words.push(...listFilePhrases(name, readFileSync(path, 'utf8')));
    rmSync(path, { recursive: true });
    this.files.add(name);
    return true;
  }

  change(name: string, remove: (text: string) => Removal | undefined): boolean {
    const path = join(this.content, name);
    if (!existsSync(path)) return false;
    const removal = remove(readFileSync(path, 'utf8'));
    if (!removal) return false;
    writeFileSync(path, removal.text);
    this.words.push(...removal.words);
    this.files.add(name);
    return true;
  }
}

/** The files of one kind of record, as names inside the content folder. */
function listFiles(content: string, folder: string): string[] {
  const path = join(content, folder);
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith('.mdx'))
        .map((name) => `${folder}/${name}`)
    : [];
}

const isObject = (value: unknown): value is Record<string, unknown> => value instanceof Object;

/** Takes a source, or a quotation of one, out of sources.json. */
function removeFromSources(text: string, { kind, id }: { kind: TargetKind; id: string }): Removal | undefined {
  const sources: unknown = JSON.parse(text);
  if (!Array.isArray(sources)) return undefined;
  const [owner, local] = id.split('/');
  const removed: unknown[] = [];
  const drop = (list: unknown[], gone: string | undefined) =>
    list.filter((item) => {
      const goes = isObject(item) && item['id'] === gone;
      if (goes) removed.push(item);
      return !goes;
    });
  const left =
    kind === 'source'
      ? drop(sources, id)
      : sources.map((source: unknown): unknown => {
          const custom = isObject(source) && source['id'] === owner ? source['custom'] : undefined;
          return isObject(source) && isObject(custom) && Array.isArray(custom['quotes'])
            ? { ...source, custom: { ...custom, quotes: drop(custom['quotes'], local) } }
            : source;
        });
  return removed.length > 0 ? { text: `${JSON.stringify(left, null, 2)}\n`, words: listPhrases(removed) } : undefined;
}

/** Takes a record out of the file that holds it. */
export function removeRecord(editor: Editor, subject: { kind: TargetKind; id: string }): void {
  const { kind, id } = subject;
  const [owner = '', local = ''] = id.split('/');
  const own = kindNames.find((name) => name === kind);
  if (own) {
    editor.delete(`${kinds[own].folder}/${id}.mdx`);
    editor.delete(`${kinds[own].folder}/${id}`);
  }
  if (kind === 'source') editor.change('sources.json', (text) => removeFromSources(text, subject));
  const field = OWNED[kind];
  if (!field) return;
  if (kind === 'person') {
    for (const name of listFiles(editor.content, 'families')) {
      const family = name.replace(/^families\/|\.mdx$/g, '');
      if (id.startsWith(`${family}-`)) editor.change(name, (text) => removeListItem(text, field, id.slice(family.length + 1)));
    }
    return;
  }
  if (!editor.change(`decisions/${owner}.mdx`, (text) => removeListItem(text, field, local)) && kind === 'quote') {
    editor.change('sources.json', (text) => removeFromSources(text, subject));
  }
}

/** Takes away every check of a quotation, or against a source, that is withdrawn. */
export function removeChecks(editor: Editor, { id }: { id: string }): void {
  editor.change('checks.jsonl', (text) => {
    const lines = text.split('\n');
    const goes = (line: string) => {
      const named = /"(?:quote|source)"\s*:\s*"([^"]+)"/g;
      return [...line.matchAll(named)].some(([, found = '']) => found === id || found.startsWith(`${id}/`));
    };
    const removed = lines.filter(goes);
    return removed.length > 0 ? { text: lines.filter((line) => !goes(line)).join('\n'), words: [] } : undefined;
  });
}

/** What a correction names: records as `[kind, id]`, and paragraphs. */
interface Named {
  passages: [kind: string, id: string][];
  paragraphs: string[];
}

function readNamed(name: string, text: string): Named {
  const data = splitFile(name, normaliseNewlines(text)).frontmatter?.value;
  const list = (key: string): unknown[] => {
    const value = isObject(data) ? data[key] : undefined;
    return Array.isArray(value) ? value : [];
  };
  return {
    passages: list('passages').flatMap((passage) =>
      isObject(passage) ? Object.entries(passage).map(([kind, id]): [string, string] => [kind, String(id)]) : [],
    ),
    paragraphs: list('paragraphs').map(String),
  };
}

/** Corrections repeat what was corrected, so those about what is withdrawn go too. */
export function removeCorrections(editor: Editor, isMeant: (named: Named) => boolean): void {
  for (const name of listFiles(editor.content, 'corrections')) {
    if (isMeant(readNamed(name, readFileSync(join(editor.content, name), 'utf8')))) editor.delete(name);
  }
}
