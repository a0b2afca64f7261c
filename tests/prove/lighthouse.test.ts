import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { findProgram } from '../browser/find-browser.ts';
import { servePacked } from './serve-packed.ts';

/** It brings 114 packages, so that whoever wants it installs it beside ours. */
const INSTALL = 'npm install --no-save lighthouse@13.5.0';
const program = findProgram(['lighthouse'], ['node_modules/.bin/lighthouse']);
if (program === undefined) console.warn(`\nLighthouse IS NOT INSTALLED: what it says of the pages is not shown. ${INSTALL}\n`);

const resultSchema = z.object({
  categories: z.record(
    z.string(),
    z.object({ score: z.number().nullable(), auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })) }),
  ),
  audits: z.record(z.string(), z.object({ score: z.number().nullable() })),
});

/** What a slow network and a slow processor cost; docs/hosting.md says how much. */
const TIMED = ['first-contentful-paint', 'largest-contentful-paint', 'speed-index', 'total-blocking-time'];
const TRIES = 3;

const scratch = mkdtempSync(join(tmpdir(), 'upheld-lighthouse-'));
let site: Awaited<ReturnType<typeof servePacked>>;

beforeAll(async () => {
  site = await servePacked(inject('site'));
}, 120_000);
afterAll(() => {
  site.remove();
  rmSync(scratch, { recursive: true, force: true });
});

/** The points of each category, and each test that weighs and is not passed. */
async function judge(lighthouse: string, path: string, form: 'phone' | 'desktop') {
  const report = join(scratch, 'report.json');
  const flags = `--headless=new --disable-gpu${process.getuid?.() === 0 ? ' --no-sandbox' : ''}`;
  const settings = ['--quiet', '--output=json', `--output-path=${report}`, '--no-enable-error-reporting', `--chrome-flags=${flags}`];
  await promisify(execFile)(
    lighthouse,
    [new URL(path, site.address).href, ...settings, ...(form === 'desktop' ? ['--preset=desktop'] : [])],
    {
      env: { ...process.env, CHROME_PATH: inject('browser') },
    },
  );
  const { categories, audits } = resultSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
  const lost = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1).map(({ id }) => id),
  );
  return { points: Object.fromEntries(Object.entries(categories).map(([name, { score }]) => [name, (score ?? 0) * 100])), lost };
}

const pages = ['/', '/decisions/24-005-859/', '/timeline/', '/quotes/', '/search/'];
const rows = pages.flatMap((path) => [[path, 'phone'] as const, [path, 'desktop'] as const]);

test.skipIf(program === undefined).each(rows)(
  'Lighthouse has nothing against %s on a %s but what a slow network costs',
  async (path, form) => {
    const least = form === 'phone' ? 95 : 99;
    let best = await judge(program ?? '', path, form);
    // Whatever else a machine does can only take points away.
    for (let tried = 1; tried < TRIES && (best.points['performance'] ?? 0) < least; tried++) {
      const next = await judge(program ?? '', path, form);
      if ((next.points['performance'] ?? 0) > (best.points['performance'] ?? 0)) best = next;
    }
    const { performance, ...others } = best.points;
    console.log(
      `${path}, ${form}: ${Object.entries(best.points)
        .map(([name, points]) => `${name} ${points}`)
        .join(', ')}`,
    );
    expect(others).toMatchObject({ accessibility: 100, 'best-practices': 100, seo: 100 });
    expect(best.lost.filter((audit) => !TIMED.includes(audit))).toEqual([]);
    expect(performance).toBeGreaterThanOrEqual(least);
  },
  300_000,
);
