import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const runAs = (version: string) =>
  spawnSync(
    process.execPath,
    ['-e', `Object.defineProperty(process.versions, 'node', { value: '${version}' }); require('./scripts/require-node.cjs')`],
    { encoding: 'utf8' },
  );

test('a Node that is too old is told so in a sentence', () => {
  const { status, stderr } = runAs('20.20.2');
  expect(status).toBe(1);
  expect(stderr.trim()).toBe(
    'Upheld needs Node 22.18 or later, and this is 20.20.2. Run it through npm (npm run build), which brings the right one after npm install.',
  );
});

test.each(['22.18.0', '24.21.0'])('Node %s is new enough', (version) => {
  expect(runAs(version).status).toBe(0);
});

test('every command that runs our sources asks for the right Node first', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const own = Object.values(scripts).filter((command) => command.includes('scripts/'));
  expect(own.length).toBeGreaterThan(8);
  expect(own.filter((command) => !command.startsWith('node -r ./scripts/require-node.cjs '))).toEqual([]);
});
