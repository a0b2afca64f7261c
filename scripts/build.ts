import { resolve } from 'node:path';
import { type Part, readPart } from '../src/build/part.ts';
import { isWholeBuild } from '../src/build/whole-build.ts';
import { buildSite, planBuild } from './build/build-site.ts';
import { finishPart, finishSite } from './build/finish-site.ts';
import { writeReport } from './build/report.ts';
import { fail } from './fail.ts';

function readPartOrExit(): Part | undefined {
  try {
    return readPart();
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const part = readPartOrExit();
const plan = planBuild(process.cwd());

if (part) process.exitCode = await buildSite(plan, (stage) => finishPart(stage, part, plan));
else if (isWholeBuild(resolve(plan.root, plan.out), plan.inputs)) {
  writeReport(plan.root, plan.out, { compiled: 0, reused: 0 });
  console.log(`Nothing has changed since the site in ${plan.out} was built.`);
} else process.exitCode = await buildSite(plan, (stage) => finishSite(stage, plan));
