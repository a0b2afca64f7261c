/** The media type of each kind of file in a site, by the end of its name. What hosts know by themselves differs from one to the next. */
const textTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  txt: 'text/plain',
  csv: 'text/csv',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  json: 'application/json',
  jsonl: 'application/jsonl',
  jsonld: 'application/ld+json',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml',
  svg: 'image/svg+xml',
};

const packedTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  zip: 'application/zip',
};

/** What a host sends for a name that it does not know: the files of the search index, which only our script reads. */
export const unknownType = 'application/octet-stream';

export const mediaTypes: readonly (readonly [ending: string, type: string])[] = Object.entries({ ...textTypes, ...packedTypes });

/** Types whose files are UTF-8, and worth packing. */
export const utf8Types: readonly string[] = Object.values(textTypes);

const endingOf = (path: string) => /\.([^./]+)$/.exec(path)?.[1] ?? '';

/** Whether a file of a site is text, by its name. */
export const isText = (path: string): boolean => Object.hasOwn(textTypes, endingOf(path));
