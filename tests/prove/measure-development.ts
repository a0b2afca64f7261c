import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { writeArchive } from '../../scripts/bench/write-archive.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { startDevelopment } from './start-development.ts';

const EDITS = 15;

/** The project's own content, or a made-up archive of so many decisions, in a folder of its own. */
function makeContent(count: number | undefined): string {
  mkdirSync('.upheld', { recursive: true });
  const content = mkdtempSync('.upheld/measured-');
  if (count === undefined) cpSync('content', content, { recursive: true });
  else writeArchive(content, count);
  return content;
}

/** How long it takes, in milliseconds, until the open page of a decision shows what was saved in its file. */
async function measureEdits(content: string): Promise<number[]> {
  const server = await startDevelopment(content);
  const browser = await openBrowser(findBrowser());
  try {
    const [name = ''] = readdirSync(join(content, 'decisions')).filter((file) => file.endsWith('.mdx'));
    const path = join(content, 'decisions', name);
    const text = readFileSync(path, 'utf8');
    const page = await browser.newPage();
    await page.goto(`${server.address}decisions/${name.replace('.mdx', '')}/`, { timeout: 120_000 });
    await page.waitForLoadState('networkidle');
    const times: number[] = [];
    for (let edit = 0; edit <= EDITS; edit += 1) {
      const title = `Edited for the time number ${edit}`;
      const start = performance.now();
      writeFileSync(path, text.replace(/^title: .*$/m, `title: ${title}`));
      await page.locator('h1', { hasText: title }).waitFor({ timeout: 60_000 });
      // The first edit loads what no page needed yet.
      if (edit > 0) times.push(performance.now() - start);
      await page.waitForLoadState('networkidle');
    }
    return times.toSorted((a, b) => a - b);
  } finally {
    await browser.close();
    await server.stop();
  }
}

for (const argument of process.argv.slice(2)) {
  const content = makeContent(argument === 'content' ? undefined : Number(argument));
  try {
    const times = await measureEdits(content);
    const [median, longest] = [times[Math.floor(times.length / 2)] ?? 0, times.at(-1) ?? 0];
    const what = argument === 'content' ? 'The content of the project' : `${argument} made-up decisions`;
    console.log(`${what}: a saved file shows after ${Math.round(median)} ms (median of ${EDITS}), at most ${Math.round(longest)} ms.`);
  } finally {
    rmSync(content, { recursive: true, force: true });
  }
}
