import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import CSL, { type CiteItem } from 'citeproc';
import type { Citable, Reference } from './citable.ts';
import type { CslItem } from './csl.ts';

export const styleIds = ['oscola', 'harvard', 'apa'] as const;
export type StyleId = (typeof styleIds)[number];

/** One record in one style, as HTML whose only tag is `<i>`. */
export interface Citation {
  style: StyleId;
  /** The footnote, or what stands in brackets in the text. */
  cite: string;
  /** The entry in the list of references; a style of footnotes has none. */
  entry?: string | undefined;
}

/**
 * Stands where the date of access goes. That date is the reader's: neither the clock of the build nor the date of the record
 * is the day on which anybody opened a page, so it is left blank and marked.
 */
export const ACCESS_BLANK = '[date of access]';

/** What joins a work to the one in which it is quoted. */
const viaWords: Record<StyleId, string> = { oscola: 'quoted in', harvard: 'quoted in', apa: 'as cited in' };

const STYLES = 'src/exports/styles';
const CHAPTER = /^\d{4} (c\. ?\d+)$/;
/** Stands for `<` while the engine works, which would take `<i>` in a title for markup of its own. */
const LESS_THAN = '\uE000';
/** Where characters stand while the engine works that it would write otherwise: it knows `²` and `™` as raised letters only. */
const ASIDE = 0xf0000;

const setAside = (text: string) =>
  text
    .replaceAll('<', LESS_THAN)
    .replace(CSL.SUPERSCRIPTS_REGEXP, (character) => String.fromCodePoint(ASIDE + (character.codePointAt(0) ?? 0)));

const bringBack = (text: string) =>
  text.replace(/[\u{F0000}-\u{FFFFD}]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? ASIDE) - ASIDE));

/** Gives an Act its year once: where it ends the title, the date goes; and its chapter apart from other numbers. */
function prepareAct({ number, issued, ...item }: CslItem): object {
  const year = issued && 'date-parts' in issued ? issued['date-parts'][0]?.[0] : undefined;
  const chapter = CHAPTER.exec(number ?? '')?.[1];
  return {
    ...item,
    ...(year && item.title.endsWith(` ${year}`) ? {} : { issued }),
    ...(chapter ? { 'chapter-number': chapter } : { number }),
  };
}

/** What the engine is given: no note, which it would search for fields, and the blank for the date of access. */
function prepare({ note: _note, ...item }: CslItem, id: string): object {
  const prepared = { ...(item.type === 'legislation' ? prepareAct(item) : item), id, accessed: { literal: ACCESS_BLANK } };
  return JSON.parse(setAside(JSON.stringify(prepared)));
}

/** The engine's HTML without its own tags, its angle brackets still apart from those of the text. */
const strip = (html: string) => html.replace(/<(?!\/?i>)[^>]*>/g, '').trim();

const finish = (html: string) => bringBack(strip(html)).replaceAll(LESS_THAN, '&#60;');

/** A citation as the engine takes it for a prefix: plain text with italics, without its brackets or full stop. */
const toPrefix = (html: string) =>
  strip(html)
    .replaceAll('&#60;', LESS_THAN)
    .replaceAll('&#62;', '>')
    .replaceAll('&#38;', '&')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/\.$/, '');

const digest = (value: unknown): string => hash('sha256', JSON.stringify(value), 'base64url');

function remember<T>(results: Map<string, T>, key: string, make: () => T): T {
  const known = results.get(key);
  if (known !== undefined) return known;
  const made = make();
  results.set(key, made);
  return made;
}

/** One style over one engine. Each item is cited alone, so that no year needs a letter after it. */
function openStyle(root: string, style: StyleId) {
  const read = (file: string) => readFileSync(join(root, STYLES, file), 'utf8');
  const locale = read('locale-en-GB.xml');
  // By digest, for a large archive has many.
  const results = new Map<string, string>();
  let current: { item: string; id: string; prepared: object } | undefined;
  let registered = 0;
  const engine = new CSL.Engine(
    { retrieveLocale: () => locale, retrieveItem: () => current?.prepared ?? {} },
    read(`${style}.csl`),
    'en-GB',
    true,
  );

  /** Makes the item the only one that the engine knows, which is costly, and so not done twice in a row. */
  const register = (item: CslItem): string => {
    const written = JSON.stringify(item);
    if (current?.item !== written) {
      const id = `item-${registered}`;
      registered += 1;
      current = { item: written, id, prepared: prepare(item, id) };
      engine.updateItems([id]);
    }
    return current.id;
  };
  const cluster = ({ item, locator }: Reference, prefix?: string): string => {
    const cited: CiteItem = {
      id: register(item),
      ...(locator && { label: locator.label, locator: locator.value }),
      ...(prefix && { prefix }),
    };
    return engine.makeCitationCluster([cited]);
  };
  const cite = ({ item, locator, via }: Citable): string => {
    if (!via) return finish(cluster({ item, locator }));
    const { URL: _unread, ...quoted } = item;
    return finish(cluster(via, `${toPrefix(cluster({ item: quoted }))}, ${viaWords[style]} `));
  };
  const entry = (item: CslItem): string => {
    register(item);
    const bibliography = engine.makeBibliography();
    return bibliography ? finish(bibliography[1].join('')) : '';
  };
  return (citable: Citable): Citation => {
    const { item, locator, via } = citable;
    const listed = via?.item ?? item;
    return {
      style,
      cite: remember(results, digest(['cite', item, locator, via]), () => cite(citable)),
      entry: remember(results, digest(['entry', listed]), () => entry(listed)) || undefined,
    };
  };
}

/**
 * Opens the styles over the project at `root`, each when it is first needed and then kept. The result cites one record in
 * every style; of words quoted at second hand, the list of references has the work that was read.
 */
export function openCitations(root: string): (citable: Citable) => Citation[] {
  const styles = new Map<StyleId, (citable: Citable) => Citation>();
  return (citable) => styleIds.map((style) => remember(styles, style, () => openStyle(root, style))(citable));
}

/** A citation as plain text. */
export const citationText = (html: string): string =>
  html
    .replace(/<\/?i>/g, '')
    .replaceAll('&#60;', '<')
    .replaceAll('&#62;', '>')
    .replaceAll('&#38;', '&');
