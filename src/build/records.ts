import { rmSync } from 'node:fs';
import { resolve } from 'node:path';

/** Beside the folder of a site: what only holds while the site is as it was finished. */
type SiteRecord = 'whole' | 'edition';

export const recordOf = (site: string, name: SiteRecord): string => `${resolve(site)}.${name}.json`;

export function removeRecords(site: string): void {
  for (const name of ['whole', 'edition'] as const) rmSync(recordOf(site, name), { force: true });
}
