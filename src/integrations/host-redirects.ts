import { splitAddress } from '../graph/addresses.ts';
import { type GonePermalink, isGone } from '../graph/page-permalinks.ts';
import type { Permalinks } from '../graph/permalinks.ts';

/** What a host can answer before any page is read: it never sees fragments, so only what holds for all of them. */
export interface HostAnswers {
  /** Old path and new path or address. */
  moved: [from: string, to: string][];
  withdrawn: string[];
}

/** Whether a browser that is sent on, and keeps the fragment, ends where each fragment of the page went. */
function keepsFragments(page: GonePermalink, fragments: readonly GonePermalink[]): boolean {
  if (page.state !== 'moved') return false;
  const [target, within] = splitAddress(page.to);
  return fragments.every(
    (one) =>
      one.state === 'moved' && (one.to === `${target}#${one.fragment}` || (one.hash === null && one.to === page.to && within === '')),
  );
}

/** The pages and files that a host may answer for by itself. Other pages that moved are answered by the page that stands in. */
export function listHostAnswers({ byAddress }: Permalinks): HostAnswers {
  const gone = [...byAddress.values()].filter(isGone).toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const fragmentsByPath = Map.groupBy(
    gone.filter(({ fragment }) => fragment !== ''),
    ({ path }) => path,
  );
  const pages = gone.filter(({ fragment }) => fragment === '');
  return {
    moved: pages.flatMap((page): [string, string][] =>
      page.state === 'moved' && keepsFragments(page, fragmentsByPath.get(page.path) ?? []) ? [[page.path, page.to]] : [],
    ),
    withdrawn: pages.filter(({ state }) => state === 'withdrawn').map(({ path }) => path),
  };
}

/**
 * The `_redirects` file of Netlify and Cloudflare. Netlify serves a file that is there before an unforced rule, so pages that stand in
 * are shown, and with `410!` their status is right; Cloudflare follows the moves and knows no 410.
 */
export const toRedirects = ({ moved, withdrawn }: HostAnswers, base: string): string =>
  [...moved.map(([from, to]) => `${base}${from} ${base}${to} 301`), ...withdrawn.map((path) => `${base}${path} ${base}${path} 410!`)]
    .map((line) => `${line}\n`)
    .join('');

const quote = (text: string) => `"${text}"`;

/** An address to which nginx sends on with whatever was asked after `?`, which belongs before a fragment. */
function toNginxTarget(address: string): string {
  const [path, fragment] = splitAddress(address);
  return `${path}$is_args$args${fragment === '' ? '' : `#${fragment}`}`;
}

/** A file of nginx maps, to be included in `http`; docs/hosting.md shows the lines that `server` needs. */
export const toNginxMaps = ({ moved, withdrawn }: HostAnswers, base: string): string =>
  [
    // An address may be longer than the 64 bytes that nginx keeps for a line, and nginx would not start.
    'map_hash_bucket_size 512;',
    'map $uri $upheld_moved {',
    '  default "";',
    ...moved.map(([from, to]) => `  ${quote(base + from)} ${quote(base + toNginxTarget(to))};`),
    '}',
    'map $uri $upheld_withdrawn {',
    '  default 0;',
    ...withdrawn.map((path) => `  ${quote(base + path)} 1;`),
    '}',
    '',
  ].join('\n');
