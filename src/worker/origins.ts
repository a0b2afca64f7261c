import type { HeldReason } from './messages.ts';
import { readState, writeState } from './state.ts';

/** How often the time of the last answer is written down. */
const MINUTE = 60_000;
/** Pages ask at once where they came from, so few need to be remembered, and none when the worker is stopped. */
const REMEMBERED = 50;

interface PageOrigin {
  reason: HeldReason | undefined;
  digest: Promise<string | undefined>;
}

const origins = new Map<string, PageOrigin>();
let written = 0;

export function noteOrigin(client: string, reason: HeldReason | undefined, digest: string | undefined | Promise<string | undefined>): void {
  origins.set(client, { reason, digest: Promise.resolve(digest) });
  const [oldest] = origins.keys();
  if (origins.size > REMEMBERED && oldest !== undefined) origins.delete(oldest);
}

export async function readOrigin(client: string): Promise<{ reason: HeldReason | undefined; digest: string | undefined }> {
  const origin = origins.get(client);
  return { reason: origin?.reason, digest: await origin?.digest };
}

/** Remembers that the site has answered. Where there is no room to remember, nothing is lost but the time. */
export async function noteAnswer(): Promise<void> {
  const now = Date.now();
  if (now - written < MINUTE) return;
  written = now;
  await writeState('answered', now).catch(() => undefined);
}

export const readAnswered = (): Promise<number | undefined> => readState('answered');
