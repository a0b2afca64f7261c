import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { writePages } from '../../scripts/bench/write-pages.ts';
import { openImporter } from '../../scripts/import/import-file.ts';
import { importFiles } from '../../scripts/import/import-files.ts';
import { openJournal } from '../../scripts/import/journal.ts';
import { listFiles } from '../../scripts/import/list-files.ts';

const PARTS = 4;
const MEGABYTE = 1_000_000;

/** Brings in this many made-up pages, and tells the time and the memory after each quarter of them. */
async function measureImport(count: number): Promise<void> {
  mkdirSync('.upheld', { recursive: true });
  const folder = mkdtempSync('.upheld/measured-');
  const content = join(folder, 'content');
  try {
    writePages(join(folder, 'pages'), count);
    mkdirSync(content);
    writeFileSync(join(content, 'sources.json'), '[]\n');
    const { files } = listFiles([join(folder, 'pages')], folder);
    const importer = openImporter({ content, licence: null, numbersChecked: false, today: '2026-11-22' });
    const start = performance.now();
    const { results } = await importFiles(importer, openJournal(folder, 'measure'), files, (done) => {
      if (done % Math.ceil(count / PARTS) !== 0 && done !== count) return;
      const memory = Math.round(process.memoryUsage().rss / MEGABYTE);
      console.log(`${done} pages: ${((performance.now() - start) / 1_000).toFixed(1)} s, ${memory} MB`);
    });
    const imported = results.filter(({ outcome }) => outcome === 'imported').length;
    if (imported !== count) throw new Error(`Only ${imported} of ${count} pages were imported`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await measureImport(Number(process.argv[2] ?? 1_000));
