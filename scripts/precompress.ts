import { parseArgs } from 'node:util';
import { precompress } from '../src/integrations/precompress.ts';
import { failWithUsage } from './read-arguments.ts';

const USAGE = 'npm run precompress -- [folder of a built site]';

function readFolder(): string {
  try {
    const { positionals } = parseArgs({ allowPositionals: true, options: {} });
    const [folder = process.env['UPHELD_OUT'] ?? 'dist', ...more] = positionals;
    return more.length > 0 ? failWithUsage('Name one folder', USAGE) : folder;
  } catch (error) {
    return failWithUsage(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error), USAGE);
  }
}

const folder = readFolder();
try {
  const { written, kept, removed } = precompress(folder);
  console.log(
    `${written + kept} packed copies stand beside the files of ${folder}: ${written} new, ${kept} as before. ${removed} left over from other files were removed.`,
  );
} catch (error) {
  console.error(error instanceof Error ? `${error.message}.` : error);
  process.exitCode = 1;
}
