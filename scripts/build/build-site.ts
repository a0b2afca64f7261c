import { getSession } from '../../src/build/session.ts';
import { digestInputs } from '../../src/build/whole-build.ts';
import { formatCount, formatProblem } from '../../src/compile/problem.ts';
import { advanceStage, watchStages } from '../../src/compile/stages.ts';
import { contentFolder, loadArchive } from '../../src/graph/load-archive.ts';
import { shareArchive } from '../../src/graph/shared-archive.ts';
import { openStage, type Stage } from '../../src/integrations/publish-folder.ts';
import { digestBuilder, reuseSite } from '../../src/integrations/reuse-site.ts';
import { writeReport } from './report.ts';
import { showStages } from './show-stages.ts';

/** What a build is made from and where it goes. */
export interface BuildPlan {
  root: string;
  out: string;
  content: string;
  /** The digest of the code and of the settings. */
  maker: string;
  /** The digest of all that the site comes from, the content included. */
  inputs: string;
  begun: number;
}

export function planBuild(root: string): BuildPlan {
  const begun = Date.now();
  const content = contentFolder(root);
  const maker = digestBuilder(root);
  const inputs = digestInputs(maker, content, process.env);
  return { root, out: process.env['UPHELD_OUT'] ?? 'dist', content, maker, inputs, begun };
}

/** What Astro and Vite read from the environment. */
function setEnvironment(stage: string): void {
  process.env['UPHELD_STAGE'] = stage;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // A build made by a test, or in a shell that says otherwise, is the same build.
  process.env['NODE_ENV'] = 'production';
  // Astro fills import.meta.env from the environment, where a variable of one of these names would win over the settings.
  for (const name of ['BASE_URL', 'SITE', 'ASSETS_PREFIX', 'MODE', 'DEV', 'PROD', 'SSR']) delete process.env[name];
}

/**
 * Builds in a folder that nobody sees, then gives it to `finish`; says on the console what came of it, and returns the exit code.
 * `isMerged` takes what has not changed from the parts that were merged, and from nothing else.
 */
export async function buildSite(
  { root, out, content, maker }: BuildPlan,
  finish: (stage: Stage) => void,
  { isMerged = false } = {},
): Promise<0 | 1> {
  // What is published is read by a server that runs as somebody else.
  process.umask(0o022);
  watchStages(showStages(process.stdout));
  const { archive, problems, counts } = loadArchive(root, content, { prune: true, onCompiled: advanceStage });
  if (!archive) {
    for (const problem of problems) console.error(formatProblem(problem));
    console.error(`${formatCount(problems.length)}. Nothing was built; ${out} is as it was.`);
    return 1;
  }
  shareArchive(() => ({ archive, problems }));

  let stage: Stage | undefined;
  try {
    stage = await openStage(root, out, maker);
    setEnvironment(stage.folder);
    reuseSite(root, out, maker, stage.begun);
    if (isMerged) getSession().previous = stage.begun;
    const { build } = await import('astro');
    await build({ root, logLevel: 'warn' });
    finish(stage);
    writeReport(root, out, counts);
    return 0;
  } catch (error) {
    stage?.discard();
    console.error(error instanceof Error ? error.message : error);
    console.error(`The build failed; ${out} is as it was.`);
    return 1;
  }
}
