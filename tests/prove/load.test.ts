import { Agent } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { ask } from './ask.ts';
import { type ServedCopy, serveCopy, toPath } from './serve-copy.ts';

const REQUESTS = 20_000;
const AT_ONCE = 50;
/** What the archive promises of the slowest request in a hundred. */
const P99_MS = 250;
const servers = ['nginx', 'Caddy'] as const;
let copy: ServedCopy;

beforeAll(async () => {
  copy = await serveCopy(inject('site'), servers);
}, 120_000);
afterAll(() => copy.remove());

/** Asks for each file in turn, every second time packed, until as many requests as promised were made. */
async function askAll(origin: string): Promise<{ failures: string[]; took: number[]; seconds: number }> {
  const bytesByFile = new Map(copy.files.map((file) => [file, copy.read(file)]));
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const failures: string[] = [];
  const took: number[] = [];
  let next = 0;
  const work = async () => {
    while (next < REQUESTS) {
      const number = next++;
      const file = copy.files[number % copy.files.length] ?? '';
      const packing = Math.floor(number / copy.files.length) % 2 === 0 ? 'gzip' : 'identity';
      const start = performance.now();
      try {
        const { status, headers, body } = await ask(origin, toPath(file), { 'Accept-Encoding': packing }, agent);
        took.push(performance.now() - start);
        const bytes = headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
        if (status !== 200 || bytesByFile.get(file)?.equals(bytes) !== true) failures.push(`${status} ${file}`);
      } catch (error) {
        failures.push(`${String(error)} ${file}`);
      }
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  agent.destroy();
  return { failures, took: took.toSorted((a, b) => a - b), seconds: (performance.now() - start) / 1000 };
}

test.for(servers)('%s answers 20,000 requests, 50 at once, without a failure', async (name, { skip }) => {
  const { failures, took, seconds } = await askAll(copy.originOf(name, skip));
  const at = (share: number) => took[Math.floor(took.length * share)] ?? Infinity;
  console.log(
    `${name}: ${took.length} answers in ${seconds.toFixed(1)} s; median ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms, longest ${took.at(-1)?.toFixed(1)} ms`,
  );
  expect(failures).toEqual([]);
  expect(took).toHaveLength(REQUESTS);
  expect(at(0.99)).toBeLessThan(P99_MS);
});
