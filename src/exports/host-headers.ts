import { contentPolicy, framedPolicy } from './content-policy.ts';
import { mediaTypes, unknownType, utf8Types } from './media-types.ts';

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

const HTML = 'text/html';
/** The types of text without that of pages, which nginx adds to every list by itself. */
const otherText = utf8Types.filter((type) => type !== HTML).join(' ');

/**
 * Lines for `server` of nginx. A `location` with an `add_header` of its own loses these. What is not there is answered by the page
 * that says so, to which nginx sends itself on: so it is asked for again, even under the path of what is kept for ever.
 */
export const toNginxHeaders = (base: string): string =>
  [
    `set $upheld_policy ${quote(framedPolicy(false))};`,
    `set $upheld_cache ${quote(ASK_AGAIN)};`,
    `if ($uri ~ ^${base}/${EMBEDS}/) { set $upheld_policy ${quote(framedPolicy(true))}; }`,
    `if ($uri ~ ^${base}/${HASHED}/) { set $upheld_cache ${quote(FOR_EVER)}; }`,
    'add_header Content-Security-Policy $upheld_policy always;',
    'add_header Cache-Control $upheld_cache always;',
    ...EVERYWHERE.map(([name, value]) => `add_header ${name} ${quote(value)} always;`),
    'types {',
    ...mediaTypes.map(([ending, type]) => `  ${type} ${ending};`),
    '}',
    `default_type ${unknownType};`,
    'charset utf-8;',
    `charset_types ${otherText};`,
    'gzip on;',
    'gzip_vary on;',
    `gzip_types ${otherText};`,
    'absolute_redirect off;',
    `error_page 403 404 =404 ${base}/404.html;`,
    '',
  ].join('\n');

/** Lines for a site of Caddy. What is not there is answered by the page that says so, and asked for again. */
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
    ...mediaTypes.flatMap(([ending, type]) => [
      `@upheld_${ending} path *.${ending}`,
      `header @upheld_${ending} Content-Type ${quote(utf8Types.includes(type) ? `${type}; charset=utf-8` : type)}`,
    ]),
    'handle_errors {',
    `\theader Content-Type ${quote(`${HTML}; charset=utf-8`)}`,
    `\theader Cache-Control ${quote(ASK_AGAIN)}`,
    `\trewrite * ${base}/404.html`,
    '\tfile_server',
    '}',
    '',
  ].join('\n');
