import type { Element, Root } from 'hast';
import { rehypePlainBlocks } from '../../src/plugins/rehype-plain-blocks.ts';

/** A block of a text, with the official number that it has by the page's own counting. */
export interface NumberedBlock {
  block: Element;
  number: string | undefined;
}

const LETTERED_TYPE = /^[aAiI]$/;
const LETTERED_STYLE = /(?:lower|upper)-(?:alpha|latin|roman)/;
const LETTERED_CLASS = /alpha|letter|roman/i;

/** Whether a list's items have letters, as the parts of a paragraph have, and not the numbers of paragraphs. */
const isLettered = ({ properties }: Element) =>
  LETTERED_TYPE.test(String(properties['type'] ?? '')) ||
  LETTERED_STYLE.test(String(properties['style'] ?? '')) ||
  LETTERED_CLASS.test(String(properties['className'] ?? ''));

const isNumbered = (block: Element) => block.tagName === 'ol' && !isLettered(block);

const readNumber = (value: unknown): number | undefined => {
  const number = Number.parseInt(String(value), 10);
  return Number.isNaN(number) ? undefined : number;
};

const flatten = rehypePlainBlocks();

function listBlocks(item: Element): Element[] {
  const root: Root = { type: 'root', children: [...item.children] };
  flatten(root);
  return root.children.filter((child): child is Element => child.type === 'element');
}

/**
 * Turns the items of numbered lists into paragraphs of their own. A list that does not say where it starts goes on
 * where the last one stopped; an item that holds nothing but another list stands for that list.
 */
export function numberParagraphs(blocks: readonly Element[]): NumberedBlock[] {
  const numbered: NumberedBlock[] = [];
  let last = 0;
  const add = (list: Element) => {
    last = (readNumber(list.properties['start']) ?? last + 1) - 1;
    for (const item of list.children) {
      if (item.type !== 'element') continue;
      const [first, ...rest] = listBlocks(item);
      if (!first) continue;
      if (isNumbered(first)) add(first);
      else {
        last = readNumber(item.properties['value']) ?? last + 1;
        numbered.push({ block: first, number: String(last) });
      }
      numbered.push(...rest.map((block) => ({ block, number: undefined })));
    }
  };
  for (const block of blocks) {
    if (isNumbered(block)) add(block);
    else numbered.push({ block, number: undefined });
  }
  return numbered;
}
