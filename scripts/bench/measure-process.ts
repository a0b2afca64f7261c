import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a program and those it started took. */
export interface Measure {
  seconds: number;
  /** Seconds of the processors, of all its processes. */
  processor: number;
  /** The peak memory of each process that had more than 50 MB, in MB, largest first. */
  memory: { program: string; megabytes: number }[];
}

const EVERY = 50;
const LEAST = 50;
const TICKS = 100;

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It ended between the list and now.
    return '';
  }
};

/** Fields of /proc/<pid>/stat after the name, which may hold spaces: state, parent, ... */
const readStat = (pid: string) =>
  read(`/proc/${pid}/stat`)
    .replace(/^.*\) /, '')
    .split(' ');

function listTree(root: number): string[] {
  const parentByPid = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [pid, readStat(pid)[1] ?? '']),
  );
  const belongs = (pid: string): boolean => pid === String(root) || (parentByPid.has(pid) && belongs(parentByPid.get(pid) ?? ''));
  return [...parentByPid.keys()].filter(belongs);
}

/**
 * Runs a program to its end and measures it, by looking at /proc twenty times a second: a process's peak is its own, and its time
 * that of itself and of those that ended under it. Rejects where it fails.
 */
export function measureProcess(command: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<Measure> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-4000)));
    const peaks = new Map<string, { program: string; megabytes: number }>();
    let processor = 0;
    const look = () => {
      const pids = listTree(child.pid ?? 0);
      let ticks = 0;
      for (const pid of pids) {
        const [peak] = /(?<=VmHWM:\s+)\d+/.exec(read(`/proc/${pid}/status`)) ?? ['0'];
        const program = read(`/proc/${pid}/cmdline`)
          .split('\0')
          .filter(Boolean)
          .slice(0, 3)
          .map((part) => part.split('/').at(-1))
          .join(' ')
          .slice(0, 60);
        peaks.set(pid, {
          program: program || (peaks.get(pid)?.program ?? ''),
          megabytes: Math.max(Math.round(Number(peak) / 1024), peaks.get(pid)?.megabytes ?? 0),
        });
        const [user, system, userBelow, systemBelow] = readStat(pid).slice(11, 15).map(Number);
        ticks += (user ?? 0) + (system ?? 0) + (userBelow ?? 0) + (systemBelow ?? 0);
      }
      processor = Math.max(processor, ticks / TICKS);
    };
    const timer = setInterval(look, EVERY);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      const memory = [...peaks.values()].filter(({ megabytes }) => megabytes > LEAST).toSorted((a, b) => b.megabytes - a.megabytes);
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, processor, memory });
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said}`));
    });
  });
}
