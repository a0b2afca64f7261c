import { writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import type { TestOutcome } from './judge.ts';
import { groups } from './promises.ts';
import { writeReport } from './write-report.ts';

const OUT = 'docs/trust.md';

const listOutcomes = (module: TestModule): TestOutcome[] =>
  [...module.children.allTests()].map((test) => {
    const { state } = test.result();
    return {
      file: relative(resolve('tests'), module.moduleId).replaceAll('\\', '/'),
      title: test.name,
      state: state === 'pending' ? 'skipped' : state,
    };
  });

/** Writes docs/trust.md at the end of a run of every test. A run of a part would say of the rest that it was not tested. */
export default class TrustReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const ran = new Set(modules.map(({ moduleId }) => relative(resolve('tests'), moduleId).replaceAll('\\', '/')));
    const named = groups.flatMap(({ promises }) => promises.flatMap(({ shownBy }) => Object.keys(shownBy)));
    const left = named.filter((file) => !ran.has(file));
    if (left.length > 0) {
      console.log(`${OUT} is as it was: ${new Set(left).size} of the files that show a promise did not run.`);
      return;
    }
    writeFileSync(OUT, writeReport(groups, modules.flatMap(listOutcomes), `${process.platform} with Node ${process.versions.node}`));
    console.log(`The results are in ${OUT}.`);
  }
}
