import { defineConfig } from 'vitest/config';

export default defineConfig({
  // No module of src keeps state, so the files may share their workers; starting one for each takes longer than the tests.
  test: { include: ['tests/**/*.test.ts'], isolate: false },
});
