import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Node, Renderer } from '@takumi-rs/core';
import { cutQuotation } from '../exports/cut-quotation.ts';
import type { ShareCard } from '../exports/share-cards.ts';

const WIDTH = 1200;
const HEIGHT = 630;

const SERIF = 'Source Serif';
const SANS = 'Source Sans';
const SUBSETS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'];
/** The colours of the site in the light (styles/tokens.css): a picture knows no dark. */
const PAPER = '#fbf9f4';
const INK = '#1f1c18';
const QUIET = '#5c554b';
const RULE = '#d9d2c3';
const SEAL = '#7c2529';

/** Sizes of the words, the largest first. */
const QUOTED = [92, 80, 70, 62, 56, 50, 45, 40, 36];
const TITLED = [68, 60, 54, 48, 42, 36];
const LONGEST_REFERENCE = 150;
const LONGEST_NOTE = 260;

type Style = NonNullable<Node['style']>;

const text = (words: string, style: Style): Node => ({ type: 'text', text: words, style });
const box = (style: Style, ...children: Node[]): Node => ({ type: 'container', style: { display: 'flex', ...style }, children });
const column = (style: Style, ...children: Node[]): Node => box({ flexDirection: 'column', ...style }, ...children);

interface Fit {
  size: number;
  words: string;
}

/** The words in the middle; where a quotation begins, its mark hangs in the margin. */
function layMiddle(card: ShareCard, { size, words }: Fit): Node {
  const shown = card.isQuotation ? `“${words}”` : words;
  const hang = card.isQuotation ? { textIndent: `${-0.43 * size}px` } : { fontWeight: 600 };
  return column(
    { flexGrow: 1, justifyContent: 'center', paddingTop: 22, paddingBottom: 30 },
    ...(card.above ? [text(card.above, { fontFamily: SANS, fontSize: 32, color: QUIET, marginBottom: 14 })] : []),
    text(shown, { fontSize: size, lineHeight: 1.2, overflowWrap: 'anywhere', ...hang }),
  );
}

const layCard = (card: ShareCard, archive: string, fit: Fit, height?: number): Node =>
  column(
    {
      width: WIDTH,
      ...(height !== undefined && { height }),
      padding: '46px 76px 42px',
      backgroundColor: PAPER,
      borderTop: `10px solid ${SEAL}`,
      fontFamily: SERIF,
      color: INK,
    },
    box(
      { justifyContent: 'space-between', alignItems: 'baseline' },
      text(archive, { fontSize: 30, fontWeight: 600 }),
      text(card.kind, { fontFamily: SANS, fontSize: 26, color: QUIET }),
    ),
    layMiddle(card, fit),
    column(
      { borderTop: `2px solid ${RULE}`, paddingTop: 18, fontFamily: SANS, lineHeight: 1.36 },
      text(card.voice, { fontSize: 31, fontWeight: 600, color: SEAL }),
      text(cutQuotation(card.reference, LONGEST_REFERENCE), { fontSize: 28 }),
      text(cutQuotation(card.note, LONGEST_NOTE), { fontSize: 25, color: QUIET }),
    ),
  );

/** What is tried in turn: smaller words, then fewer words with the cut marked. */
function* listFits({ words, isQuotation }: ShareCard): Generator<Fit> {
  const sizes = isQuotation ? QUOTED : TITLED;
  for (const size of sizes) yield { size, words };
  const size = sizes.at(-1) ?? 0;
  for (let longest = words.length - 1; longest > 20; longest = Math.floor(longest * 0.92))
    yield { size, words: cutQuotation(words, longest) };
}

/** Draws cards as PNG, with the fonts of the site. The same card gives the same bytes. */
export async function openCardDrawer(root: string, archive: string) {
  const renderer = new Renderer();
  const require = createRequire(join(root, 'package.json'));
  for (const [name, file] of [
    [SERIF, 'source-serif-4'],
    [SANS, 'source-sans-3'],
  ]) {
    for (const subset of SUBSETS) {
      const data = readFileSync(require.resolve(`@fontsource-variable/${file}/files/${file}-${subset}-wght-normal.woff2`));
      await renderer.registerFont({ name: name ?? '', data });
    }
  }

  /** How a card must be laid so that all of it is in the picture. */
  async function fit(card: ShareCard): Promise<Fit> {
    for (const one of listFits(card)) {
      const { height } = await renderer.measure(layCard(card, archive, one), { width: WIDTH });
      if (height <= HEIGHT) return one;
    }
    throw new Error(`${card.path} has no room for its words: shorten the name of the archive, or of the work that is quoted`);
  }

  return {
    fit,
    async draw(card: ShareCard): Promise<Buffer> {
      return renderer.render(layCard(card, archive, await fit(card), HEIGHT), { width: WIDTH, height: HEIGHT, format: 'png' });
    },
  };
}
