import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findProgram } from '../browser/find-browser.ts';

/** Servers for files, each by the name of its program. */
export const programs = { nginx: 'nginx', Caddy: 'caddy', 'python3 -m http.server': 'python3' } as const;
export type ServerName = keyof typeof programs;

export interface RunningServer {
  origin: string;
  stop: () => Promise<void>;
}

/** Where a site lies by the lines of docs/hosting.md. */
const PLACE = '/srv/upheld/dist';
const START_MS = 15_000;

/** The lines for a server as docs/hosting.md has them, with another folder and port. */
function readShippedLines(language: 'nginx' | 'caddy', site: string, port: number, maps: string): string {
  const [, lines = ''] = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(readFileSync('docs/hosting.md', 'utf8')) ?? [];
  const changes: readonly (readonly [string, string])[] = [
    [`${PLACE}/_permalinks.nginx.conf`, maps],
    [PLACE, site],
    ...(language === 'nginx'
      ? ([['listen 80;', `listen 127.0.0.1:${port};`]] as const)
      : ([['record.example {', `http://127.0.0.1:${port} {`]] as const)),
  ];
  return changes.reduce((text, [from, to]) => {
    if (language === 'nginx' && !text.includes(from)) throw new Error(`The lines for ${language} in docs/hosting.md have no "${from}"`);
    return text.replaceAll(from, to);
  }, lines);
}

/** What surrounds `http` on a machine where nginx may write into one folder alone. */
const toNginxMain = (scratch: string, http: string) => `
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes auto;
pid ${scratch}/nginx.pid;
events { worker_connections 512; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${scratch}/${kind};`).join(' ')}
  ${http}
}
`;

interface Start {
  site: string;
  scratch: string;
  port: number;
  maps: string;
}

/** Writes what each server has to read, and gives the arguments of its program. */
const prepare: Readonly<Record<ServerName, (start: Start) => string[]>> = {
  nginx({ site, scratch, port, maps }) {
    writeFileSync(join(scratch, 'nginx.conf'), toNginxMain(scratch, readShippedLines('nginx', site, port, maps)));
    return ['-p', scratch, '-e', join(scratch, 'error.log'), '-c', join(scratch, 'nginx.conf')];
  },
  Caddy({ site, scratch, port, maps }) {
    writeFileSync(join(scratch, 'Caddyfile'), `{\n\tadmin off\n}\n${readShippedLines('caddy', site, port, maps)}`);
    return ['run', '--adapter', 'caddyfile', '--config', join(scratch, 'Caddyfile')];
  },
  'python3 -m http.server': ({ site, port }) => ['-m', 'http.server', '--bind', '127.0.0.1', '--directory', site, String(port)],
};

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  server.close();
  await once(server, 'close');
  if (!bound || typeof bound === 'string') throw new Error('No port was free');
  return bound.port;
}

/**
 * Starts a server over a built site with the lines that docs/hosting.md gives for it; nothing where its program is not installed.
 * `maps` is a file in place of the site's own `_permalinks.nginx.conf`. It writes into `scratch` alone.
 */
export async function startServer(name: ServerName, site: string, scratch: string, maps: string): Promise<RunningServer | undefined> {
  // Debian has nginx where only root looks for programs.
  const program = findProgram([programs[name]], [`/usr/sbin/${programs[name]}`]);
  if (program === undefined) {
    console.warn(
      `\n${programs[name]} IS NOT INSTALLED: what this file shows of it is not shown. On Debian: apt-get install ${programs[name]}\n`,
    );
    return undefined;
  }
  mkdirSync(scratch, { recursive: true });
  const port = await findFreePort();
  const child = spawn(program, prepare[name]({ site, scratch, port, maps }), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: scratch, XDG_DATA_HOME: scratch, XDG_CONFIG_HOME: scratch },
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (said = (said + text).slice(-4000)));
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  for (const end = Date.now() + START_MS; ; await wait(50)) {
    if (
      await fetch(origin).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { origin, stop };
    if (child.exitCode === null && Date.now() < end) continue;
    await stop();
    throw new Error(`${name} did not start:\n${said}`);
  }
}
