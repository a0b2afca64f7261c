import type { Edition } from './held-editions.ts';
import { findHeld, listKept, listPaths, listVisited } from './held-pages.ts';
import type { HeldPassage } from './messages.ts';

const PASSAGES = 50;
const BEFORE = 60;
const LENGTH = 220;

const TITLE = /<title>([^<]*)<\/title>/;
const MAIN = /<main\b[^>]*>([\s\S]*?)<\/main>/;
const MARKUP = /<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** The letters that a page shows, in one line. */
const readText = (html: string): string =>
  html
    .replace(MARKUP, ' ')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z]+);/g, (whole, name: string) => NAMED[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();

function toPassage(path: string, html: string, words: readonly string[]): HeldPassage | undefined {
  const text = readText(MAIN.exec(html)?.[1] ?? '');
  const places = words.map((word) => text.toLowerCase().indexOf(word));
  if (places.includes(-1)) return undefined;
  const start = Math.max(0, Math.min(...places) - BEFORE);
  return { path, title: readText(TITLE.exec(html)?.[1] ?? path), excerpt: text.slice(start, start + LENGTH) };
}

/** The pages on the device that have every word, those that the reader keeps first. */
export async function searchHeld(edition: Edition, words: readonly string[]): Promise<HeldPassage[]> {
  const kept = (await listKept()).flatMap(({ paths }) => paths);
  const found: HeldPassage[] = [];
  for (const path of new Set([...kept, ...(await listVisited()), ...(await listPaths(edition.cache))])) {
    if (found.length >= PASSAGES) break;
    if (path !== '' && !path.endsWith('/')) continue;
    const html = await (await findHeld(edition, path))?.text();
    const passage = html === undefined ? undefined : toPassage(path, html, words);
    if (passage) found.push(passage);
  }
  return found;
}
