import { fetchFile } from './fetch-file.ts';
import { type Edition, findSum, listEditions } from './held-editions.ts';
import { findHeld, holdVisited } from './held-pages.ts';
import { urlOf } from './root.ts';

/** Files whose names are made from their bytes: one that is held is right for any page. */
const IMMUTABLE = /^assets\//;

/** A part of the index of one edition: it may come from nowhere else, since no page shows two editions. */
async function answerIndexed(edition: Edition, path: string): Promise<Response> {
  const held = await findHeld(edition, path);
  if (held) return held;
  const sum = await findSum(edition, path);
  if (!sum) return new Response(null, { status: 404 });
  const file = await fetchFile(path, sum).catch(() => undefined);
  if (!file) return Response.error();
  await holdVisited(path, file.clone()).catch(() => undefined);
  return file;
}

async function findAsset(edition: Edition, path: string): Promise<Response | undefined> {
  for (const one of [edition, ...(await listEditions())]) {
    const held = await one.cache.match(urlOf(path));
    if (held) return held;
  }
  return undefined;
}

/** Answers the request for what a page is made of: style, script, font, picture, and the index of the search. */
export async function answerPart({ request }: FetchEvent, edition: Edition, path: string): Promise<Response> {
  const index = new URL(request.url).searchParams.get('index');
  const indexed = index === null ? undefined : [edition, ...(await listEditions())].find(({ manifest }) => manifest.index === index);
  if (indexed) return answerIndexed(indexed, path);
  const asset = IMMUTABLE.test(path) ? await findAsset(edition, path) : undefined;
  if (asset || index !== null) return asset ?? fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    const held = await findHeld(edition, path);
    if (held) return held;
    throw error;
  }
}
