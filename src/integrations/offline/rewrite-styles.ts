import { type Edition, toDiskAddress } from './disk-address.ts';

const ADDRESS = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]+))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/g;

/** A stylesheet of the site, with addresses that work on a disk. */
export const rewriteStyles = (css: string, file: string, edition: Edition): string =>
  css.replace(ADDRESS, (source, ...groups: (string | undefined)[]) => {
    const address = groups.slice(0, 5).find((group) => group !== undefined) ?? '';
    const next = toDiskAddress(address, file, edition);
    if (/^(?!data:)[a-z][a-z0-9+.-]*:/i.test(next))
      throw new Error(`${file} loads ${address}, which the offline edition does not hold. Put it into the site, or leave it out`);
    return source.replace(address, () => next);
  });
