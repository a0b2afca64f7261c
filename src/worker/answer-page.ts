import { DIGEST, digestOf, toHeld } from './fetch-file.ts';
import { type Edition, findSum } from './held-editions.ts';
import { findHeld, holdVisited } from './held-pages.ts';
import type { HeldReason } from './messages.ts';
import { noteAnswer, noteOrigin } from './origins.ts';
import { root, urlOf } from './root.ts';

declare const self: ServiceWorkerGlobalScope;

/** How long the site may take where the device holds the page. */
const PATIENCE = 5_000;
/** Shown where a page is not held. */
const OFFLINE_PAGE = 'offline/';

/** Reads what the site answered. Where that is in the edition it is held; where the edition has other words, there is a newer one. */
async function readFresh(edition: Edition, path: string, response: Response): Promise<string | undefined> {
  const sum = await findSum(edition, path);
  if (!sum || !response.ok) return undefined;
  const body = await response.arrayBuffer();
  const digest = await digestOf(body);
  if (digest !== sum[0]) void self.registration.update().catch(() => undefined);
  else if (!(await findHeld(edition, path))) await holdVisited(path, toHeld(body, digest, response));
  return digest;
}

/** Where a path without its last slash, or with `index.html`, leads. */
async function findSpelling(edition: Edition, path: string, { search }: URL): Promise<Response | undefined> {
  const spelling = path.endsWith('/index.html') || path === 'index.html' ? path.slice(0, -'index.html'.length) : `${path}/`;
  return (await findHeld(edition, spelling)) && Response.redirect(urlOf(spelling) + search);
}

async function answerMissing(edition: Edition): Promise<Response> {
  const page = await findHeld(edition, OFFLINE_PAGE);
  return page ? new Response(page.body, { status: 503, headers: page.headers }) : Response.error();
}

/** Always asks the site, past every cache, so that a corrected page is never shown as it was while there is a connection. */
const askSite = (request: Request, signal: AbortSignal): Promise<Response> => fetch(new Request(request, { cache: 'no-cache', signal }));

/** Waits for an answer, though not for ever: whoever loads a page again wants the site, however long it takes. */
const waitFor = (response: Promise<Response>, { cache }: Request): Promise<Response | 'slow'> =>
  cache === 'no-cache' || cache === 'reload'
    ? response
    : Promise.race([response, new Promise<'slow'>((resolve) => setTimeout(resolve, PATIENCE, 'slow'))]);

/** Answers the request for a page: with what the site says, or where it says nothing, with what is held. */
export async function answerPage(event: FetchEvent, edition: Edition, path: string): Promise<Response> {
  const { request, resultingClientId: client } = event;
  const stop = new AbortController();
  const asked = askSite(request, stop.signal);
  // Where it fails, what follows says so.
  asked.catch(() => undefined);
  const held = await findHeld(edition, path);
  let reason: HeldReason = 'offline';
  try {
    const response = held ? await waitFor(asked, request) : await asked;
    if (response !== 'slow' && !(held && response.status >= 500)) {
      const read = readFresh(edition, path, response.clone()).catch(() => undefined);
      noteOrigin(client, undefined, read);
      event.waitUntil(Promise.all([read, noteAnswer()]));
      return response;
    }
    reason = response === 'slow' ? 'slow' : 'failed';
    // The browser lets one request wait for another of the same address, so one that is given up must end.
    stop.abort();
  } catch (error) {
    console.info(`No answer from ${root.host}: ${String(error)}`);
  }
  noteOrigin(client, reason, held?.headers.get(DIGEST) ?? undefined);
  return held ?? (await findSpelling(edition, path, new URL(request.url))) ?? (await answerMissing(edition));
}
