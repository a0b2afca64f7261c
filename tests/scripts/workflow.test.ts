import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { partsFolder } from '../../scripts/build/finish-site.ts';
import { makeFolder } from '../builders/files.ts';

interface Step {
  run?: string;
  env?: Record<string, string>;
  with?: Record<string, unknown>;
}
interface Workflow {
  jobs: Record<'plan' | 'part' | 'merge', { steps: Step[] }>;
}

const { jobs }: Workflow = parse(readFileSync('.github/workflows/build.yml', 'utf8'));
const commands = (job: keyof Workflow['jobs']) => jobs[job].steps.flatMap(({ run }) => run ?? []);

test('the plan lists every part once', () => {
  const output = join(makeFolder({ output: '' }), 'output');
  const [command = ''] = commands('plan');
  execFileSync('bash', ['-ec', command], { env: { ...process.env, PARTS: '11', GITHUB_OUTPUT: output } });
  expect(readFileSync(output, 'utf8')).toBe('numbers=[1,2,3,4,5,6,7,8,9,10,11]\n');
});

test('its commands are those of the project, and parts go where they are merged', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
  const run = [...commands('part'), ...commands('merge')].flatMap((command) => /^npm run (\S+)/.exec(command)?.[1] ?? []);
  expect(run).toEqual(['build', 'merge']);
  expect(run.filter((name) => !scripts[name])).toEqual([]);
  const carried = [...jobs.part.steps, ...jobs.merge.steps]
    .flatMap((step) => String(step.with?.['path'] ?? ''))
    .filter((path) => path.startsWith('.'));
  expect(carried).toEqual(['.upheld/parts', '.upheld/parts']);
  expect(partsFolder('.')).toBe(carried[0]);
  expect(jobs.part.steps.find(({ run: command }) => command === 'npm run build')?.env).toEqual({
    UPHELD_SHARD: '${{ matrix.number }}/${{ inputs.parts }}',
  });
});
