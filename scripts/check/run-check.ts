import { parseArgs } from 'node:util';
import { contentFolder, openContent } from '../../src/graph/load-archive.ts';
import { refreshEditorFiles } from '../schemas/refresh.ts';
import { printJson, printLoaded } from './print.ts';
import { watchFolder } from './watch-folder.ts';

const options = { json: { type: 'boolean' }, watch: { type: 'boolean' }, help: { type: 'boolean' } } as const;
const USAGE = 'npm run check -- [--json] [--watch]: every problem of the content; as JSON; again after every change';

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(USAGE);
    return undefined;
  }
}

/** Checks the content of the project at `root`, once or after every change. Returns the exit code of the first check. */
export function runCheck(root: string, args: readonly string[]): number {
  const read = readOptions(args);
  if (!read) return 1;
  const { json, watch, help } = read;
  if (help) {
    console.log(USAGE);
    return 0;
  }
  const content = contentFolder(root);
  const load = openContent(root, content);
  const check = () => {
    const loaded = load();
    if (watch) refreshEditorFiles(root, content, loaded);
    if (json) printJson(loaded);
    else printLoaded(loaded);
    return loaded.archive ? 0 : 1;
  };
  const code = check();
  if (watch) {
    watchFolder(content, () => {
      const start = performance.now();
      if (!json) console.log('Checking.');
      check();
      if (!json) console.log(`Checked in ${Math.round(performance.now() - start)} ms. Watching; Ctrl+C stops.`);
    });
    if (!json) console.log('Watching; Ctrl+C stops.');
  }
  return code;
}
