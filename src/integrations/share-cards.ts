import { createHash } from 'node:crypto';
import { constants, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { advanceStage, sumStage } from '../compile/stages.ts';
import { openShareCards, type ShareCard } from '../exports/share-cards.ts';
import { getArchive } from '../graph/shared-archive.ts';
import { openCardDrawer } from './draw-card.ts';

const digest = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('hex');

/** A digest of what draws: its source, and the lock file with the versions of the drawing library and the fonts. */
const digestDrawer = (root: string) =>
  digest(...['src/integrations/draw-card.ts', 'package-lock.json'].map((file) => readFileSync(join(root, file), 'utf8')));

/**
 * Writes the pictures of these cards into a built site. What was drawn is kept in `kept` by the digest of what it says, so that
 * an unchanged card is copied; fonts are read only where one must be drawn. Says how many were drawn.
 */
export async function writeShareCards(
  root: string,
  site: string,
  kept: string,
  archive: string,
  cards: readonly ShareCard[],
): Promise<number> {
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
  for (const { card, file } of files) {
    const path = join(site, card.path);
    mkdirSync(dirname(path), { recursive: true });
    copyFileSync(file, path, constants.COPYFILE_FICLONE);
  }
  return missing.length;
}

/** Draws the share cards of a built site. */
export function shareCards(): AstroIntegration {
  return {
    name: 'upheld:share-cards',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = process.cwd();
        const archive = getArchive(root);
        const cards = openShareCards(archive).list();
        const drawn = await writeShareCards(root, fileURLToPath(dir), join(root, '.upheld', 'cards'), archive.settings.title, cards);
        sumStage(`${drawn} cards drawn, ${cards.length - drawn} as before`);
      },
    },
  };
}
