const SUBJECTS = /(?:\/(?:decisions|timeline\/decision|quotes\/speaker|quotes|embed\/quote)\/([a-z0-9-]+)\/|\/people\/#([a-z0-9-]+))/g;

/** The decisions and persons that a page is about or leads to, by its own path and the addresses in it; some may be neither. */
export function findSubjects(path: string, html: string): string[] {
  const addresses = [path, ...[...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)];
  return [...new Set(addresses.flatMap((address) => [...address.matchAll(SUBJECTS)].flatMap(([, id, person]) => id ?? person ?? [])))];
}
