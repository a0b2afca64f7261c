import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { replaceFile } from '../build/outputs.ts';
import { contentFolder } from '../graph/load-archive.ts';
import type { Permalink, Permalinks } from '../graph/permalinks.ts';
import { getArchive } from '../graph/shared-archive.ts';
import { permalinksFile } from '../schema/permalink.ts';
import { doesLand, type LandingSite, openBuiltSite } from './built-site.ts';
import { listHostAnswers, toNginxMaps, toRedirects } from './host-redirects.ts';

const sectionOf = (path: string) => path.split('/')[1];

/**
 * Sections that the layout prints on other pages of the kind and no longer on this one, because there is nothing to put there.
 * One that no page has any more was renamed, and is a dead address.
 */
export function listEmptySections({ byAddress }: Permalinks, site: LandingSite): Permalink[] {
  const missing = [...byAddress.values()].filter(
    (kept) =>
      kept.state === 'live' &&
      kept.hash === null &&
      kept.fragment !== '' &&
      site.pageByPath.has(kept.path) &&
      !doesLand(site, kept.path, kept.fragment),
  );
  const sections = new Set(missing.map(({ path }) => sectionOf(path)));
  const printed = new Set<string>();
  for (const path of sections.size > 0 ? site.pageByPath.keys() : []) {
    if (!sections.has(sectionOf(path))) continue;
    for (const id of site.pageByPath.get(path)?.ids ?? []) printed.add(`${sectionOf(path)}#${id}`);
  }
  return missing.filter(({ path, fragment }) => printed.has(`${sectionOf(path)}#${fragment}`));
}

/** Every address ever written that shows nothing in a built site, with the targets of moves; a file that has gone needs no page. */
export function listDeadAddresses({ byAddress }: Permalinks, site: LandingSite): string[] {
  return [...byAddress].flatMap(([address, kept]): string[] => {
    const isPage = kept.path.endsWith('/') || kept.path.endsWith('.html');
    const dead =
      (isPage || kept.state === 'live') && !doesLand(site, kept.path, kept.fragment) ? [`${address} (published, ${kept.state})`] : [];
    const [path = '', fragment = ''] = kept.state === 'moved' ? kept.to.split('#') : [];
    return kept.state === 'moved' && !doesLand(site, path, fragment) ? [...dead, `${kept.to} (where ${address} moved to)`] : dead;
  });
}

/** Keeps a place for each empty section at the end of its page. */
function standInForSections(folder: string, sections: readonly Permalink[]): void {
  for (const [path, own] of Map.groupBy(sections, (kept) => kept.path)) {
    const file = join(folder, path, path.endsWith('/') ? 'index.html' : '');
    const items = own.map(
      ({ fragment }) =>
        `<li id="${fragment}">What stood at #${fragment} is empty now. Other pages of this kind still have that section.</li>`,
    );
    const note = `<section class="page-gone" aria-labelledby="page-empty-title"><h2 id="page-empty-title">No longer on this page</h2><ul class="plain-list gone">${items.join('')}</ul></section>`;
    const html = readFileSync(file, 'utf8');
    const end = html.lastIndexOf('<link-note');
    replaceFile(file, html.slice(0, end) + note + html.slice(end));
  }
}

/** Writes what hosts and other programs need of the ledger: redirects, maps, and the ledger itself. */
function writeOutputs(folder: string, base: string, permalinks: Permalinks): void {
  const answers = listHostAnswers(permalinks);
  appendFileSync(join(folder, '_redirects'), toRedirects(answers, base));
  writeFileSync(join(folder, '_permalinks.nginx.conf'), toNginxMaps(answers, base));
  const ledger = join(contentFolder(process.cwd()), permalinksFile);
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, 'data', permalinksFile), existsSync(ledger) ? readFileSync(ledger) : '');
}

/** Completes the pages and files that keep old addresses. It belongs before whatever reads finished pages: sums, offline copies. */
export function permalinkFiles(): AstroIntegration {
  let base = '';
  return {
    name: 'upheld:permalink-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const { permalinks } = getArchive(process.cwd());
        standInForSections(folder, listEmptySections(permalinks, openBuiltSite(folder)));
        writeOutputs(folder, base, permalinks);
      },
    },
  };
}

/** Fails a build in which any address ever published does not land. It belongs last, when every page and file is there. */
export function permalinkLedger(): AstroIntegration {
  return {
    name: 'upheld:permalink-ledger',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const dead = listDeadAddresses(getArchive(process.cwd()).permalinks, openBuiltSite(fileURLToPath(dir)));
        if (dead.length === 0) return;
        const count = `${dead.length} published ${dead.length === 1 ? 'address does' : 'addresses do'} not land`;
        throw new Error(
          `${dead.toSorted().join('\n')}\n${count}. Bring each back, or run npm run move or npm run withdraw; docs/permanence.md says which.`,
        );
      },
    },
  };
}
