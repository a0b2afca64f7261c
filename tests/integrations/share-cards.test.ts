import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openShareCards } from '../../src/exports/share-cards.ts';
import { drawShareCards, placeShareCards } from '../../src/integrations/share-cards.ts';
import { makeFolder } from '../builders/files.ts';
import { buildMadeUp } from '../exports/made-up-archive.ts';

const cards = openShareCards(buildMadeUp()).list();

test('only a card that says something else is drawn again', async () => {
  const folder = makeFolder({});
  const write = async (to: string, list = cards, archive = 'A made-up archive') => {
    const { files, drawn } = await drawShareCards(process.cwd(), join(folder, 'kept'), archive, list);
    placeShareCards(join(folder, to), files);
    return drawn;
  };
  const picture = (site: string) => readFileSync(join(folder, site, cards[0]?.path ?? ''));

  expect(await write('first')).toBe(cards.length);
  expect(readdirSync(join(folder, 'kept')).every((name) => /^[0-9a-f]{64}\.png$/.test(name))).toBe(true);
  expect(await write('second')).toBe(0);
  expect(picture('second').equals(picture('first'))).toBe(true);
  expect(await write('third', [{ ...cards[0]!, voice: 'Another voice' }, ...cards.slice(1)])).toBe(1);
  expect(picture('third').equals(picture('first'))).toBe(false);
  expect(await write('fourth', cards, 'Another archive')).toBe(cards.length);
});
