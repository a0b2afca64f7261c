import { listFiles } from '../../compile/list-files.ts';

/** The address of the edition on the site. */
export const EDITION = 'downloads/upheld-offline.zip';

/** What only servers, crawlers, installed sites and those who share a page read. */
const SERVED_ONLY =
  /^(?:_[^/]+|robots\.txt|sitemap[^/]*\.xml|opensearch\.xml|manifest\.webmanifest|worker\.js|offline\/[^/]+\.js(?:on)?|SHA256SUMS|\.well-known\/.+|downloads\/.+\.zip|cards\/.+\.png)$/;

/** The files of a site that belong into its offline edition, from its root, in one order everywhere. */
export const listEditionFiles = (site: string): string[] =>
  listFiles(site)
    .filter((file) => !SERVED_ONLY.test(file))
    .toSorted((a, b) => (a < b ? -1 : 1));
