import { readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { type AccessResults, accessSchema } from '../../src/schema/access.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { accessFile, toAccessChecks } from './access-results.ts';
import type { TestOutcome } from './judge.ts';
import { keepOutcomes } from './kept-outcomes.ts';
import type { PromiseGroup } from './promise.ts';
import { groups } from './promises.ts';
import { access } from './promises/access.ts';
import { writeReport } from './write-report.ts';

const OUT = 'docs/trust.md';

const toFile = ({ moduleId }: TestModule): string => relative(resolve('tests'), moduleId).replaceAll('\\', '/');

const listOutcomes = (module: TestModule): TestOutcome[] =>
  [...module.children.allTests()].map((test) => {
    const { state } = test.result();
    return { file: toFile(module), title: test.name, state: state === 'pending' ? 'skipped' : state };
  });

/** Files that show a promise of these groups and of which there is no result. */
function listLeft(shown: readonly PromiseGroup[], ran: ReadonlyMap<string, unknown>): string[] {
  const named = shown.flatMap(({ promises }) => promises.flatMap(({ shownBy }) => Object.keys(shownBy)));
  return [...new Set(named)].filter((file) => !ran.has(file));
}

async function nameBrowser(): Promise<string> {
  const browser = await openBrowser(findBrowser());
  const name = `Chromium ${browser.version()}`;
  await browser.close();
  return name;
}

async function writeAccess(outcomes: readonly TestOutcome[]): Promise<void> {
  const results: AccessResults = accessSchema.parse({
    on: new Date().toISOString().slice(0, 10),
    browser: await nameBrowser(),
    axe: JSON.parse(readFileSync('node_modules/axe-core/package.json', 'utf8')).version,
    checks: toAccessChecks(access.promises, outcomes),
  });
  writeFileSync(accessFile, `${JSON.stringify(results, null, 2)}\n`);
}

/**
 * Writes docs/trust.md once every test that shows a promise has run, and content/access.json once every test of access has: in one run,
 * or in several over the same code.
 */
export default class TrustReporter implements Reporter {
  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    const run = new Map(modules.map((module) => [toFile(module), listOutcomes(module)]));
    const ran = keepOutcomes(process.cwd(), '.upheld/proofs.json', run);
    const outcomes = [...ran.values()].flat();
    const write = async (file: string, shown: readonly PromiseGroup[], how: () => Promise<void> | void) => {
      const left = listLeft(shown, ran);
      if (left.length > 0)
        return console.log(`${file} is as it was: ${left.length} of the files that show a promise have not run: ${left.join(', ')}.`);
      await how();
      console.log(`The results are in ${file}.`);
    };
    await write(OUT, groups, () => {
      writeFileSync(OUT, writeReport(groups, outcomes, `${process.platform} with Node ${process.versions.node}`));
    });
    // The pages of other content were other pages.
    if (process.env['UPHELD_CONTENT'] === undefined) await write(accessFile, [access], () => writeAccess(outcomes));
  }
}
