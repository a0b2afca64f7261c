declare const self: ServiceWorkerGlobalScope;

/** The root of the site, where the worker lies. */
export const root = new URL('./', self.location.href);

/** Begins the name of every cache of this site; another one on the same origin has another root. */
export const PREFIX = `upheld ${root.pathname} `;

export const urlOf = (path: string): string => new URL(path, root).href;

/** The path of an address below the root; undefined where it is not of this site. */
export function pathOf(address: string): string | undefined {
  const { origin, pathname } = new URL(address);
  return origin === root.origin && pathname.startsWith(root.pathname) ? pathname.slice(root.pathname.length) : undefined;
}
