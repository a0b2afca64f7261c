import { gzipSync } from 'node:zlib';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { FRAMED } from '../../src/graph/urls.ts';
import { listOwedRows, readAccessPage } from './access-table.ts';
import { byTag, type BuiltPage, readSite, textOf } from './read-site.ts';

const site = inject('site');
const pages = readSite(site);
const pageByPath = new Map(pages.map((page) => [page.path, page]));

/** Faults of every page as `path: fault`, so that a failure names them all. */
const faultsOf = (find: (page: BuiltPage) => string[]) => pages.flatMap((page) => find(page).map((fault) => `${page.path}: ${fault}`));

const repeated = (values: readonly string[]) => [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];

describe('every page of the built site', () => {
  test('has one h1, and skips no heading level', () => {
    const faults = faultsOf((page) => {
      const levels = byTag(page, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(({ tagName }) => Number(tagName[1]));
      const main = byTag(page, 'main')[0];
      const inMain = main ? levels : [];
      const ones = inMain.filter((level) => level === 1).length;
      const skips = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
      return [...(ones === 1 ? [] : [`${ones} h1`]), ...skips.map((level) => `jumps to h${level}`)];
    });
    expect(faults).toEqual([]);
  });

  test('has a language, a title of its own, a description and its landmarks', () => {
    const faults = faultsOf((page) => {
      // What is made for a frame of another site leaves the way around the record to the page that it leads to.
      const landmarks = page.path.startsWith(FRAMED) ? ['main', 'footer'] : ['header', 'main', 'footer', 'nav'];
      const missing = landmarks.filter((tag) => byTag(page, tag).length === 0);
      const language = byTag(page, 'html')[0]?.properties['lang'];
      const description = byTag(page, 'meta').find(({ properties }) => properties['name'] === 'description')?.properties['content'];
      return [
        ...missing.map((tag) => `no ${tag}`),
        ...(language === 'en-GB' ? [] : ['no language']),
        ...(description ? [] : ['no description']),
      ];
    });
    expect(faults).toEqual([]);
    expect(
      repeated(pages.map((page) => textOf(byTag(page, 'title')[0] ?? { type: 'element', tagName: 'title', properties: {}, children: [] }))),
    ).toEqual([]);
  });

  test('gives no id twice', () => {
    expect(faultsOf((page) => repeated(page.ids).map((id) => `#${id}`))).toEqual([]);
  });

  test('names every navigation differently', () => {
    const faults = faultsOf((page) =>
      repeated(byTag(page, 'nav').map(({ properties }) => String(properties['ariaLabel'] ?? properties['ariaLabelledBy']))),
    );
    expect(faults).toEqual([]);
  });

  test('links within the site only to pages and fragments that are there', () => {
    const faults = faultsOf((page) =>
      byTag(page, 'a', 'link', 'script', 'img', 'source', 'form').flatMap(({ properties, tagName }) => {
        const written = properties['href'] ?? properties['src'] ?? properties['action'];
        if (typeof written !== 'string' || properties['rel']?.toString().includes('canonical')) return [];
        if (/^(https?:|mailto:)/.test(written)) return tagName === 'a' ? [] : [`${tagName} loads ${written}`];
        const url = new URL(written, `https://site.test${page.path}`);
        const target = pageByPath.get(decodeURI(url.pathname));
        if (!target)
          return existsSync(join(site, decodeURI(url.pathname))) && !url.pathname.endsWith('/') ? [] : [`${written} leads nowhere`];
        const fragment = decodeURIComponent(url.hash.slice(1));
        return fragment === '' || target.ids.includes(fragment) ? [] : [`${written} has no such fragment`];
      }),
    );
    expect(faults).toEqual([]);
  });

  test('has no inline script, style or handler, and loads nothing from another origin', () => {
    const faults = faultsOf((page) =>
      page.elements.flatMap(({ tagName, properties }) => [
        ...(tagName === 'style' ? ['a style element'] : []),
        ...(tagName === 'script' && !properties['src'] && properties['type'] !== 'application/ld+json' ? ['an inline script'] : []),
        ...Object.keys(properties)
          .filter((name) => name === 'style' || /^on[A-Z]/.test(name))
          .map((name) => `${tagName} ${name}`),
      ]),
    );
    expect(faults).toEqual([]);
  });

  test('links to the web by http or https only', () => {
    const faults = faultsOf((page) =>
      byTag(page, 'a').flatMap(({ properties }) =>
        /^(?!https?:|mailto:)[a-z][a-z0-9+.-]*:/i.test(String(properties['href'])) ? [String(properties['href'])] : [],
      ),
    );
    expect(faults).toEqual([]);
  });

  test('has no space before a comma or full stop', () => {
    const faults = faultsOf((page) =>
      byTag(page, 'p', 'li', 'dd').flatMap(
        (element) =>
          / [,.;:](?!\.\.)(?: |$)/
            .exec(textOf(element))
            ?.map(
              (found) => `“${textOf(element).slice(Math.max(0, textOf(element).indexOf(found) - 30), textOf(element).indexOf(found) + 5)}”`,
            ) ?? [],
      ),
    );
    expect(faults).toEqual([]);
  });
});

test('the accessibility page has the recorded results and nothing beside them', () => {
  const { rows, text } = readAccessPage(pages);
  const recorded = existsSync('content/access.json');
  expect(rows).toEqual(recorded ? listOwedRows(readFileSync('content/access.json', 'utf8')) : []);
  expect(text).toContain(recorded ? 'Each check, and what came of it.' : 'No results of checks are recorded for this record.');
});

test('a decision page is at most 25 KB gzipped of HTML, style and script', () => {
  const styles = readdirSync(join(site, 'assets')).filter((name) => name.endsWith('.css'));
  const weigh = (text: string | Buffer) => gzipSync(text, { level: 9 }).length;
  for (const page of pages.filter(({ path }) => /^\/decisions\/[^/]+\/$/.test(path))) {
    const loaded = byTag(page, 'script', 'link').flatMap(({ properties }) => {
      const address = String(properties['src'] ?? properties['href']);
      return /\.(js|css)$/.test(address) ? [weigh(readFileSync(join(site, address)))] : [];
    });
    expect(loaded.length).toBeGreaterThanOrEqual(styles.length > 0 ? 1 : 0);
    const total = weigh(page.html) + loaded.reduce((sum, bytes) => sum + bytes, 0);
    expect(total, page.path).toBeLessThanOrEqual(25 * 1024);
  }
});

test('no article or preposition is printed twice, as where a component brings its own', () => {
  const doubled = pages.flatMap((page) =>
    byTag(page, 'p', 'li', 'dd', 'td', 'figcaption').flatMap((element) => {
      const [found] = /\b(an?|the|of|to|in|and|is|by|for|with) \1\b.{0,30}/i.exec(textOf(element)) ?? [];
      return found === undefined ? [] : [`${page.path}: ${found}`];
    }),
  );
  expect(doubled).toEqual([]);
});
