import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getSession } from '../src/build/session.ts';
import { digestInputs, isUntouchedSince, isWholeBuild, rememberWholeBuild } from '../src/build/whole-build.ts';
import { formatCount, formatProblem } from '../src/compile/problem.ts';
import { advanceStage, watchStages } from '../src/compile/stages.ts';
import { formatBytes } from '../src/exports/size-words.ts';
import { contentFolder, loadArchive } from '../src/graph/load-archive.ts';
import { shareArchive } from '../src/graph/shared-archive.ts';
import { EDITION } from '../src/integrations/offline/edition-files.ts';
import { openStage, type Stage } from '../src/integrations/publish-folder.ts';
import { digestBuilder, rememberSite, reuseSite } from '../src/integrations/reuse-site.ts';
import { writeReport } from './build/report.ts';
import { showStages } from './build/show-stages.ts';

// What is published is read by a server that runs as somebody else.
process.umask(0o022);

const begun = Date.now();
const root = process.cwd();
const out = process.env['UPHELD_OUT'] ?? 'dist';
const content = contentFolder(root);
const maker = digestBuilder(root);
const inputs = digestInputs(maker, content, process.env);

if (isWholeBuild(resolve(root, out), inputs)) {
  writeReport(root, out, { compiled: 0, reused: 0 });
  console.log(`Nothing has changed since the site in ${out} was built.`);
  process.exit();
}

watchStages(showStages(process.stdout));
const { archive, problems, counts } = loadArchive(root, content, { prune: true, onCompiled: advanceStage });
if (!archive) {
  for (const problem of problems) console.error(formatProblem(problem));
  console.error(`${formatCount(problems.length)}. Nothing was built; ${out} is as it was.`);
  process.exit(1);
}
shareArchive(() => ({ archive, problems }));

let stage: Stage | undefined;
try {
  stage = await openStage(root, out, maker);
  process.env['UPHELD_STAGE'] = stage.folder;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // A build made by a test, or in a shell that says otherwise, is the same build.
  process.env['NODE_ENV'] = 'production';
  // Astro fills import.meta.env from the environment, where a variable of one of these names would win over the settings.
  for (const name of ['BASE_URL', 'SITE', 'ASSETS_PREFIX', 'MODE', 'DEV', 'PROD', 'SSR']) delete process.env[name];
  reuseSite(root, out, maker, stage.begun);
  const { build } = await import('astro');
  await build({ root, logLevel: 'warn' });
  const { size } = statSync(join(stage.folder, EDITION));
  rememberSite(stage.folder, maker);
  if (isUntouchedSince(content, begun)) rememberWholeBuild(stage.folder, inputs);
  stage.publish();
  writeReport(root, out, counts);
  const { rendered, skipped } = getSession().counts;
  console.log(`The site is in ${out}. ${rendered} pages rendered, ${skipped} as before.`);
  console.log(`Its offline copy, ${EDITION}, has ${formatBytes(size)}.`);
} catch (error) {
  stage?.discard();
  console.error(error instanceof Error ? error.message : error);
  console.error(`The build failed; ${out} is as it was.`);
  process.exit(1);
}
