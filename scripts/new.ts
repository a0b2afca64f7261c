import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { contentFolder, loadArchive } from '../src/graph/load-archive.ts';
import { ask } from './new/ask.ts';
import { Refusal } from './new/change.ts';
import { writeHelp } from './new/help.ts';
import { findKnown, makeRecord } from './new/make-record.ts';
import { readRequest } from './new/read-request.ts';
import { terminalPrompts } from './new/terminal-prompts.ts';
import { describeChanges, writeChanges } from './new/write-changes.ts';
import { refreshEditorFiles } from './schemas/refresh.ts';

const root = process.cwd();
const content = contentFolder(root);
const isAsking = process.stdin.isTTY && process.stdout.isTTY && !process.env['CI'];

try {
  const request = readRequest(process.argv.slice(2));
  if (request.help || (!isAsking && (!request.kind || !request.id))) {
    console.log(writeHelp(request.kind));
    process.exitCode = request.help ? 0 : 1;
  } else {
    const { targets } = isAsking && !request.blank ? loadArchive(root) : { targets: new Map() };
    const idsOf = (kind: string) => [...targets.values()].filter((target) => target.kind === kind).map(({ id }) => id);
    const { kind, id, given } =
      isAsking && !request.blank
        ? await ask(request, terminalPrompts, { idsOf, valuesOf: (kind, id) => findKnown(kind, id, content) })
        : request;
    if (!kind || !id) throw new Refusal('Give the kind and the id: npm run new -- <kind> <id>');
    const changes = makeRecord(kind, id, content, given);
    const before = new Map(
      changes.filter(({ path }) => existsSync(join(content, path))).map(({ path }) => [path, readFileSync(join(content, path), 'utf8')]),
    );
    writeChanges(content, changes);
    refreshEditorFiles(root, content, loadArchive(root));
    for (const line of describeChanges(relative(root, content) || '.', kind, changes, before)) console.log(line);
  }
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(`${error.message}${/[.?!]$/.test(error.message) ? '' : '.'}`);
  process.exitCode = 1;
}
