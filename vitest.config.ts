import { defineConfig } from 'vitest/config';

const needsSite = ['tests/site/**/*.test.ts', 'tests/browser/**/*.test.ts'];
const prove = ['tests/prove/**/*.test.ts'];
const built = { globalSetup: 'tests/site/global-setup.ts' };

export default defineConfig({
  test: {
    // No module of src keeps state, so the files may share their workers; starting one for each takes longer than the tests.
    isolate: false,
    // One worker a processor: much of a test’s time is spent waiting for the browser or for a build.
    maxWorkers: '100%',
    // Long, because a machine that does something else besides is no fault.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: [...needsSite, ...prove] } },
      { extends: true, test: { name: 'site', include: needsSite, ...built } },
      // What proves measures and kills: one file at a time, when nothing else runs.
      { extends: true, test: { name: 'prove', include: prove, ...built, fileParallelism: false, sequence: { groupOrder: 1 } } },
    ],
  },
});
