/** Where a build is published: its origin, and the path under it at which the site begins. */
export interface Publication {
  site: string;
  base: string;
}

/** A whole address from a path that begins at the root of the site. */
export const toAddress = ({ site, base }: Publication, path: string): string => new URL(`${base.replace(/\/$/, '')}${path}`, site).href;
