import { createHash } from 'node:crypto';
import { constants, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isInPart } from '../build/part.ts';
import { getSession } from '../build/session.ts';
import { advanceStage, sumStage } from '../compile/stages.ts';
import { openShareCards, type ShareCard } from '../exports/share-cards.ts';
import { getArchive } from '../graph/shared-archive.ts';
import { openCardDrawer } from './draw-card.ts';

const digest = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('hex');

/** A digest of what draws: its source, and the lock file with the versions of the drawing library and the fonts. */
const digestDrawer = (root: string) =>
  digest(...['src/integrations/draw-card.ts', 'package-lock.json'].map((file) => readFileSync(join(root, file), 'utf8')));

/**
 * Draws these cards into the folder `kept`, each under the digest of what it says, so that one that is there need not be drawn; fonts
 * are read only where one must be. Returns the file of each, and how many were drawn.
 */
export async function drawShareCards(root: string, kept: string, archive: string, cards: readonly ShareCard[]) {
  mkdirSync(kept, { recursive: true });
  const drawing = digestDrawer(root);
  const files = cards.map((card) => ({ card, file: join(kept, `${digest(drawing, archive, JSON.stringify(card))}.png`) }));
  const missing = files.filter(({ file }) => !existsSync(file));
  if (missing.length > 0) {
    const drawer = await openCardDrawer(root, archive);
    const queue = missing.values();
    let drawn = 0;
    const drawNext = async () => {
      for (const { card, file } of queue) {
        const partial = `${file}.${process.pid}`;
        writeFileSync(partial, await drawer.draw(card));
        renameSync(partial, file);
        advanceStage((drawn += 1), missing.length);
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, drawNext));
  }
  return { files, drawn: missing.length };
}

/** Copies drawn cards to their places in a site. */
export function placeShareCards(site: string, files: readonly { card: ShareCard; file: string }[]): void {
  for (const { card, file } of files) {
    const path = join(site, card.path);
    mkdirSync(dirname(path), { recursive: true });
    copyFileSync(file, path, constants.COPYFILE_FICLONE);
  }
}

/** Draws the share cards of a built site. */
export function shareCards(): AstroIntegration {
  return {
    name: 'upheld:share-cards',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = process.cwd();
        const archive = getArchive(root);
        const { part, cards: names } = getSession();
        const cards = openShareCards(archive)
          .list()
          .filter(({ path }) => !part || isInPart(part, path));
        const { files, drawn } = await drawShareCards(root, join(root, '.upheld', 'cards'), archive.settings.title, cards);
        if (part) names.push(...files.map(({ file }) => basename(file)));
        else placeShareCards(fileURLToPath(dir), files);
        sumStage(`${drawn} cards drawn, ${cards.length - drawn} as before`);
      },
    },
  };
}
