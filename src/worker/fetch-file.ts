import type { FileSum } from './edition.ts';
import { urlOf } from './root.ts';

/** The header in which a held page carries its own digest. */
export const DIGEST = 'x-upheld-digest';

export async function digestOf(bytes: BufferSource): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...sum.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A response to be kept. Headers that speak of the transport would be wrong, and one of them can forbid keeping. */
export function toHeld(body: BodyInit, digest: string, { headers }: Response): Response {
  const own = new Headers(headers);
  for (const name of ['vary', 'content-encoding', 'content-length']) own.delete(name);
  own.set(DIGEST, digest);
  return new Response(body, { headers: own });
}

/** Fetches a file. Rejects where it is not the one that the edition names: cut short, older, newer, or a page of somebody's network. */
export async function fetchFile(path: string, [digest, bytes]: FileSum, signal: AbortSignal | null = null): Promise<Response> {
  const response = await fetch(urlOf(path), { cache: 'no-cache', redirect: 'error', signal });
  if (!response.ok) throw new Error(`/${path} was answered with ${response.status}`);
  const body = await response.arrayBuffer();
  if (body.byteLength !== bytes || (await digestOf(body)) !== digest) throw new Error(`/${path} is not the file of this edition`);
  return toHeld(body, digest, response);
}
