import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listSiteFiles } from '../../src/integrations/checksums.ts';
import { findProgram, installFromDebian } from '../browser/find-browser.ts';
import { otherMachine } from '../site/other-machine.ts';

const CORES = 7;
const DAY = '2039-12-31';
const PRELOAD = `
import os from 'node:os';
import { syncBuiltinESMExports } from 'node:module';
const [first] = os.cpus();
os.availableParallelism = () => ${CORES};
os.cpus = () => Array.from({ length: ${CORES} }, () => first);
syncBuiltinESMExports();
`;

/** One way of running a program: what stands before it, and its variables. */
interface Machine {
  umask: string;
  before?: string[];
  env?: Record<string, string>;
}

const { UPHELD_CONTENT: _content, UPHELD_OUT: _out, UPHELD_STAGE: _stage, ...env } = process.env;
const scratch = mkdtempSync(join(tmpdir(), 'same-bytes-'));

const run = (cwd: string, { umask, before = [], env: own }: Machine, ...args: string[]): string =>
  execFileSync('sh', ['-c', `umask ${umask} && exec "$@"`, 'sh', ...before, process.execPath, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...env, ...own },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** A clone of this commit, and the site that a machine builds from it. */
function buildClone(path: string, machine: Machine): string {
  const root = join(scratch, path);
  mkdirSync(dirname(root), { recursive: true });
  execFileSync('git', ['clone', '--quiet', resolve('.'), root], { stdio: 'inherit' });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  run(root, machine, 'scripts/build.ts');
  return realpathSync(join(root, 'dist'));
}

const readSums = (site: string) => readFileSync(join(site, 'SHA256SUMS'), 'utf8');
const listClosed = (site: string) => listSiteFiles(site).filter((path) => (statSync(join(site, path)).mode & 0o444) !== 0o444);
const tell = (machine: Machine, what: string) => run(scratch, machine, '-p', what).trim();
const cores = "require('node:os').availableParallelism()";

const plain: Machine = { umask: '022', env: { TZ: 'UTC', LC_ALL: 'C' } };
const hasGit = findProgram(['git']) !== undefined && process.platform !== 'win32';
let first = '';

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.runIf(hasGit)('a clone of the commit gives the same bytes', () => {
  beforeAll(() => {
    first = buildClone('a', plain);
  }, 300_000);

  test('at another path, with another umask, zone, language, clock and number of processors', () => {
    const options = `${otherMachine.NODE_OPTIONS} --import=data:text/javascript,${encodeURIComponent(PRELOAD)}`;
    const machine: Machine = { umask: '077', env: { ...otherMachine, NODE_OPTIONS: options } };
    expect([tell(machine, cores), tell(machine, 'process.umask().toString(8)')]).toEqual([String(CORES), '77']);
    const second = buildClone('deep er/down/the tŷ of clones', machine);
    expect(readSums(second)).toBe(readSums(first));
    expect(listSiteFiles(second)).toEqual(listSiteFiles(first));
    expect(listClosed(second)).toEqual([]);
  });

  test('on one processor', ({ skip }) => {
    const taskset = findProgram(['taskset']);
    if (!taskset) return skip('taskset, of util-linux, is not on this machine');
    const machine: Machine = { ...plain, before: [taskset, '--cpu-list', '0'] };
    expect(tell(machine, cores)).toBe('1');
    expect(readSums(buildClone('one', machine))).toBe(readSums(first));
  });

  test('where no program reaches any network', ({ skip }) => {
    const unshare = findProgram(['unshare']);
    const alone = unshare ? [unshare, '--map-root-user', '--net'] : [];
    if (!unshare || spawnSync(unshare, [...alone.slice(1), 'true']).status !== 0)
      return skip('nothing here can be cut off from the network');
    const machine: Machine = { ...plain, before: alone };
    expect(tell(machine, "Object.values(require('node:os').networkInterfaces()).length")).toBe('0');
    expect(readSums(buildClone('cut off', machine))).toBe(readSums(first));
  });

  test('when every program, not only Node, is told another day', ({ skip }) => {
    const faketime = findProgram(['faketime']) ?? installFromDebian('faketime');
    if (!faketime) return skip('faketime is not on this machine and could not be installed');
    const machine: Machine = { ...plain, before: [faketime, `${DAY} 23:59:00`] };
    expect(tell(machine, 'new Date().toISOString().slice(0, 10)')).toBe(DAY);
    expect(readSums(buildClone('later', machine))).toBe(readSums(first));
  });
});
