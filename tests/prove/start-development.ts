import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** A port that nobody listens on. */
const findPort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      server.close(() => (bound && typeof bound === 'object' ? resolve(bound.port) : reject(new Error('No port is free'))));
    });
  });

/**
 * Starts Astro's server in the foreground over a content folder and resolves once it answers. `--ignore-lock` also keeps it
 * from putting itself in the background, as it does where it thinks that no person is there.
 */
export async function startDevelopment(content: string): Promise<{ address: string; log: () => string; stop: () => Promise<void> }> {
  const port = await findPort();
  const args = ['node_modules/astro/bin/astro.mjs', 'dev', '--ignore-lock', '--host', '127.0.0.1', '--port', String(port)];
  // Where VITEST is set, Astro takes itself for a part of the tests and serves no pages.
  const own = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_ENV|TEST|PROD|DEV|MODE|SSR|BASE_URL)/.test(name)),
  );
  const child = spawn(process.execPath, args, {
    env: { ...own, UPHELD_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => void (log += text));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = `http://127.0.0.1:${port}/`;
  const deadline = performance.now() + 60_000;
  for (;;) {
    const answered = await fetch(address).then(
      (response) => response.text(),
      () => undefined,
    );
    if (answered !== undefined) break;
    if (child.exitCode !== null || performance.now() > deadline) throw new Error(`astro dev does not answer:\n${log}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    address,
    log: () => log,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
