import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram, installFromDebian } from '../browser/find-browser.ts';
import type { Tab } from '../browser/parity.ts';

/** A Firefox without a window, driven by WebDriver BiDi, which it speaks itself: no other program stands between. */
interface Firefox {
  tab: Tab;
  /** What its pages asked for. */
  requests: string[];
  /** What its pages complained of. */
  complaints: string[];
  close: () => Promise<void>;
}

interface Message {
  id?: number;
  type: string;
  method?: string;
  result?: unknown;
  error?: string;
  message?: string;
  params?: { request?: { url?: string }; level?: string; text?: string };
}

const parse = (data: string): Message => JSON.parse(data);

/** A value deep inside a message. */
const dig = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((inner, name) => (inner instanceof Object ? Reflect.get(inner, name) : undefined), value);

/** Preferences: nothing is asked of the network by the browser itself. */
const QUIET = [
  'app.normandy.enabled',
  'browser.safebrowsing.downloads.enabled',
  'network.captive-portal-service.enabled',
  'network.connectivity-service.enabled',
];

/** The program of a Firefox: `FIREFOX_PATH`, an installed one, or Debian's package; undefined where none can be had. */
export const findFirefox = (): string | undefined =>
  process.env['FIREFOX_PATH'] ?? findProgram(['firefox-esr', 'firefox']) ?? installFromDebian('firefox-esr');

/** Waits for Firefox to say at which address it listens. */
function findAddress(firefox: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    firefox.once('exit', () => reject(new Error(`Firefox ended at once: ${said}`)));
    firefox.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
  });
}

/** Starts the Firefox at this path with a fresh profile. */
export async function openFirefox(path: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'upheld-firefox-'));
  writeFileSync(join(profile, 'user.js'), QUIET.map((name) => `user_pref("${name}", false);\n`).join(''));
  const firefox = spawn(path, ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: profile },
  });
  const socket = new WebSocket(`${await findAddress(firefox)}/session`);
  await once(socket, 'open');

  const requests: string[] = [];
  const complaints: string[] = [];
  const waiting = new Map<number, (message: Message) => void>();
  socket.addEventListener('message', ({ data }) => {
    const message = parse(String(data));
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    const { request, level, text } = message.params ?? {};
    if (message.method === 'network.beforeRequestSent') requests.push(request?.url ?? '');
    if (message.method === 'log.entryAdded' && (level === 'error' || level === 'warn')) complaints.push(text ?? '');
  });
  let last = 0;
  const send = async (method: string, params: object): Promise<unknown> => {
    const id = ++last;
    const answer = await new Promise<Message>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    waiting.delete(id);
    if (answer.type === 'error') throw new Error(`${method}: ${answer.error}: ${answer.message}`);
    return answer.result;
  };

  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['network.beforeRequestSent', 'log.entryAdded'] });
  const context = dig(await send('browsingContext.create', { type: 'tab' }), 'context');
  return {
    requests,
    complaints,
    tab: {
      go: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
      async run(inPage, given) {
        const answer = await send('script.callFunction', {
          functionDeclaration: `async (given) => JSON.stringify(await (${inPage})(given))`,
          arguments: [{ type: 'string', value: given }],
          target: { context },
          awaitPromise: true,
        });
        if (dig(answer, 'type') === 'exception') throw new Error(String(dig(answer, 'exceptionDetails', 'text')));
        const value = dig(answer, 'result', 'value');
        return JSON.parse(typeof value === 'string' ? value : 'null');
      },
    },
    async close() {
      await send('browser.close', {});
      if (firefox.exitCode === null) await once(firefox, 'exit');
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
