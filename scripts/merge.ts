import { mkdtempSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { checkParts, mergeParts, placeMerged } from '../src/build/merge-parts.ts';
import { listPartFolders, readPartFolder } from '../src/build/part-folder.ts';
import { getSession } from '../src/build/session.ts';
import { takeLock } from '../src/integrations/build-lock.ts';
import { removeSpare, spareOf } from '../src/integrations/publish-folder.ts';
import { buildSite, planBuild } from './build/build-site.ts';
import { finishSite, partsFolder } from './build/finish-site.ts';

const HELP = `Makes the site of parts that were built apart, from the same checkout.

  UPHELD_SHARD=1/2 npm run build     builds one of two parts, into .upheld/parts/1-of-2
  npm run merge                      merges the parts in .upheld/parts
  npm run merge -- one two           merges the parts in these folders

The site is the same, byte for byte, as that of one build.`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', default: false } } });

async function merge(): Promise<0 | 1> {
  const root = process.cwd();
  const plan = planBuild(root);
  const folders = positionals.length > 0 ? positionals : listPartFolders(partsFolder(root));
  const builds = join(root, '.upheld', 'builds');
  const unlock = await takeLock(join(root, '.upheld', 'build.lock'));
  let site = '';
  try {
    const parts = folders.map(readPartFolder);
    checkParts(parts, plan);
    site = mkdtempSync(join(builds, 'merged-'));
    mergeParts(parts, site, join(root, '.upheld', 'cards'), plan);
    removeSpare(builds);
    placeMerged(site, spareOf(builds));
    console.log(`Merged ${parts.length} parts: ${folders.map((folder) => relative(root, folder)).join(', ')}.`);
  } catch (error) {
    if (site) rmSync(site, { recursive: true, force: true });
    console.error(error instanceof Error ? error.message : error);
    console.error(`Nothing was merged; ${plan.out} is as it was.`);
    return 1;
  } finally {
    unlock();
  }
  const code = await buildSite(plan, (stage) => finishSite(stage, plan), { isMerged: true });
  const { rendered } = getSession().counts;
  if (code === 0 && rendered > 0) console.log(`${rendered} pages were in no part as they must be, and were rendered here.`);
  return code;
}

if (values.help) console.log(HELP);
else process.exitCode = await merge();
