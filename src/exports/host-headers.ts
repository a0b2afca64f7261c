import { contentPolicy, framedPolicy } from './content-policy.ts';

/** Pages under this path are made to stand in frames of other sites. */
const EMBEDS = 'embed';
/** Files under this path have a digest in their name, so that they never change. */
const HASHED = 'assets';

type Header = readonly [name: string, value: string];

const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/** What every answer says beside its policy. Whoever reads the record may take it from any other site: it has no cookies and no secrets. */
const EVERYWHERE: readonly Header[] = [
  ['Referrer-Policy', 'no-referrer'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Strict-Transport-Security', 'max-age=63072000'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Access-Control-Allow-Origin', '*'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
];

/** The headers of one path of the site, without base, as a server should send them. */
export function listHeaders(path: string): Header[] {
  const [first] = path.split('/').slice(1);
  return [
    ['Content-Security-Policy', framedPolicy(first === EMBEDS)],
    ['Cache-Control', first === HASHED ? FOR_EVER : ASK_AGAIN],
    ...EVERYWHERE,
  ];
}

const toBlock = (path: string, headers: readonly Header[]): string =>
  `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;

/**
 * The `_headers` file of Netlify and Cloudflare. Where two rules fit, one host joins the values of a header with a comma and the
 * other keeps the last, so that no header stands in two of them; and none can except a path, so that `folders`, the topmost of the
 * site, are named one by one. Both hosts let a file be asked for again unless they are told otherwise.
 */
export function toHeadersFile(folders: readonly string[], base: string): string {
  const unframed: Header = ['X-Frame-Options', 'DENY'];
  const own = folders.filter((folder) => folder !== EMBEDS).toSorted();
  return [
    toBlock(`${base}/*`, [['Content-Security-Policy', contentPolicy], ...EVERYWHERE]),
    toBlock(`${base}/`, [unframed]),
    ...own.map((folder) => toBlock(`${base}/${folder}/*`, folder === HASHED ? [unframed, ['Cache-Control', FOR_EVER]] : [unframed])),
  ].join('\n');
}

const quote = (text: string) => `"${text}"`;

/** Lines for `server` of nginx. A `location` with an `add_header` of its own loses these. */
export const toNginxHeaders = (base: string): string =>
  [
    `set $upheld_policy ${quote(framedPolicy(false))};`,
    `set $upheld_cache ${quote(ASK_AGAIN)};`,
    `if ($uri ~ ^${base}/${EMBEDS}/) { set $upheld_policy ${quote(framedPolicy(true))}; }`,
    `if ($uri ~ ^${base}/${HASHED}/) { set $upheld_cache ${quote(FOR_EVER)}; }`,
    'add_header Content-Security-Policy $upheld_policy always;',
    'add_header Cache-Control $upheld_cache always;',
    ...EVERYWHERE.map(([name, value]) => `add_header ${name} ${quote(value)} always;`),
    '',
  ].join('\n');

/** Lines for a site of Caddy. */
export const toCaddyHeaders = (base: string): string =>
  [
    'header {',
    ...EVERYWHERE.map(([name, value]) => `\t${name} ${quote(value)}`),
    '}',
    `@upheld_framed path ${base}/${EMBEDS}/*`,
    `@upheld_unframed not path ${base}/${EMBEDS}/*`,
    `header @upheld_framed Content-Security-Policy ${quote(framedPolicy(true))}`,
    `header @upheld_unframed Content-Security-Policy ${quote(framedPolicy(false))}`,
    `@upheld_hashed path ${base}/${HASHED}/*`,
    `@upheld_changing not path ${base}/${HASHED}/*`,
    `header @upheld_hashed Cache-Control ${quote(FOR_EVER)}`,
    `header @upheld_changing Cache-Control ${quote(ASK_AGAIN)}`,
    '',
  ].join('\n');
