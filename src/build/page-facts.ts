/** What later steps ask of every page, noted when it is rendered so that they need not read it. */
export interface PageFacts {
  /** The address that the page names as its own, if search engines may keep it. */
  canonical?: string;
  /** Whether its text is meant for the search of the site. */
  searched?: true;
  /** Every id on the page, once a step has asked for them. */
  ids?: readonly string[];
}

const CANONICAL = /<link rel="canonical" href="([^"]*)"/;
const NOINDEX = /<meta name="robots" content="[^"]*noindex/;
/** The attribute of the part of a page that is searched. */
export const SEARCHED = 'data-pagefind-body';

export function readPageFacts(html: Buffer): PageFacts {
  const head = html.toString('utf8', 0, html.indexOf('</head>'));
  const canonical = NOINDEX.test(head) ? undefined : CANONICAL.exec(head)?.[1];
  return { ...(canonical !== undefined && { canonical }), ...(html.includes(SEARCHED) && { searched: true }) };
}
