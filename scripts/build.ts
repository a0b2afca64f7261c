import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getSession } from '../src/build/session.ts';
import { formatCount, formatProblem } from '../src/compile/problem.ts';
import { listStages } from '../src/compile/stages.ts';
import { formatBytes } from '../src/exports/size-words.ts';
import { contentFolder, loadArchive } from '../src/graph/load-archive.ts';
import { shareArchive } from '../src/graph/shared-archive.ts';
import { EDITION } from '../src/integrations/offline/edition-files.ts';
import { openStage, type Stage } from '../src/integrations/publish-folder.ts';
import { digestBuilder, rememberSite, reuseSite } from '../src/integrations/reuse-site.ts';

const root = process.cwd();
const out = process.env['UPHELD_OUT'] ?? 'dist';

const { archive, problems, counts } = loadArchive(root, contentFolder(root), { prune: true });
if (!archive) {
  for (const problem of problems) console.error(formatProblem(problem));
  console.error(`${formatCount(problems.length)}. Nothing was built; ${out} is as it was.`);
  process.exit(1);
}
shareArchive(() => ({ archive, problems }));

let stage: Stage | undefined;
const maker = digestBuilder(root);
try {
  stage = await openStage(root, out);
  process.env['UPHELD_STAGE'] = stage.folder;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // A build made by a test, or in a shell that says otherwise, is the same build.
  process.env['NODE_ENV'] = 'production';
  // Astro fills import.meta.env from the environment, where a variable of one of these names would win over the settings.
  for (const name of ['BASE_URL', 'SITE', 'ASSETS_PREFIX', 'MODE', 'DEV', 'PROD', 'SSR']) delete process.env[name];
  reuseSite(root, out, maker);
  const { build } = await import('astro');
  await build({ root, logLevel: 'warn' });
  const { size } = statSync(join(stage.folder, EDITION));
  rememberSite(stage.folder, maker);
  stage.publish();
  writeFileSync(
    join(root, '.upheld', 'last-build.json'),
    JSON.stringify({ out, counts: { ...counts, ...getSession().counts }, stages: listStages() }, null, 2),
  );
  const { rendered, reused } = getSession().counts;
  console.log(`The site is in ${out}. ${rendered} pages rendered, ${reused} as before.`);
  console.log(`Its offline copy, ${EDITION}, has ${formatBytes(size)}.`);
} catch (error) {
  stage?.discard();
  console.error(error instanceof Error ? error.message : error);
  console.error(`The build failed; ${out} is as it was.`);
  process.exit(1);
}
