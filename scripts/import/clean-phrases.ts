import type { Element, ElementContent, Text } from 'hast';
import { readWords } from './page-text.ts';

// Characters that no reader sees and no content may hold. Those that part words leave a space.
const PARTING = /[\p{Zl}\p{Zp}\u000B\u0085]/gu;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
const KEPT = new Set(['strong', 'em']);
const SAME: Record<string, string> = { b: 'strong', strong: 'strong', i: 'em', em: 'em', cite: 'em', dfn: 'em' };
const STRUCTURE = new Set(['ol', 'ul', 'li', 'dl', 'dt', 'dd', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'blockquote']);
const BLOCKS = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'section',
  'article',
  'pre',
  'address',
  'figure',
  'figcaption',
  'caption',
  'header',
]);
const CELLS = new Set(['td', 'th']);

const nameCharacter = (character: string) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const isHeading = ({ tagName }: Element) => /^h[1-6]$/.test(tagName);

const isSpace = (character: string) => /[\t\n\f\r]/.test(character);

/** Counts what was left out, by name. */
export type LeftOut = Map<string, number>;

/** A text without characters that cannot be seen; what goes is counted. */
export function dropUnseen(text: string, leftOut: LeftOut): string {
  const drop = (instead: string) => (found: string) => {
    if (isSpace(found)) return found;
    leftOut.set(nameCharacter(found), (leftOut.get(nameCharacter(found)) ?? 0) + 1);
    return instead;
  };
  return text.replace(PARTING, drop(' ')).replace(UNSEEN, drop(''));
}

const br = (): Element => ({ type: 'element', tagName: 'br', properties: {}, children: [] });
const WEB = /^https?:\/\/[^\s/]/i;

/** Where a link leads, if a reader of the text can follow it there. */
function resolveLink(href: unknown, base: string | undefined): string | undefined {
  if (typeof href !== 'string' || href.startsWith('#')) return undefined;
  const url = WEB.test(href) ? href : base && URL.canParse(href, base) ? new URL(href, base).href : '';
  return WEB.test(url) && !/[\s<>\p{Cc}\p{Cf}]/u.test(url) ? url : undefined;
}

export interface CleanOptions {
  leftOut: LeftOut;
  /** The address of the page, against which its links are read. */
  base: string | undefined;
  /** True where all emphasis and links are to go, and the words alone to stay. */
  bare: boolean;
}

const note = (leftOut: LeftOut, what: string) => leftOut.set(what, (leftOut.get(what) ?? 0) + 1);

/** Blocks inside a cell or heading become lines of it. */
function flattenBlocks(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child, index): ElementContent[] => {
    if (child.type !== 'element' || !(BLOCKS.has(child.tagName) || STRUCTURE.has(child.tagName) || CELLS.has(child.tagName)))
      return [child];
    const own = flattenBlocks(child.children);
    return [...(index > 0 ? [br()] : []), ...own, br()];
  });
}

/** Puts the space at the ends of an emphasis outside it, where Markdown wants it. */
function emphasise(tagName: string, children: ElementContent[]): ElementContent[] {
  const [first, last] = [children[0], children.at(-1)];
  const before = first?.type === 'text' ? (/^[\t\n\f\r ]+/.exec(first.value)?.[0] ?? '') : '';
  if (first?.type === 'text') first.value = first.value.slice(before.length);
  const after = last?.type === 'text' ? (/[\t\n\f\r ]+$/.exec(last.value)?.[0] ?? '') : '';
  if (last?.type === 'text') last.value = last.value.slice(0, last.value.length - after.length);
  const outside = (value: string): ElementContent[] => (value ? [{ type: 'text', value: ' ' }] : []);
  return [...outside(before), { type: 'element', tagName, properties: {}, children }, ...outside(after)];
}

/** Takes the caption out of a table, where Markdown has no place for it, and puts it before. */
export function hoistCaptions<T extends ElementContent | Element>(children: readonly T[]): (T | Element)[] {
  return children.flatMap((child): (T | Element)[] => {
    if (child.type !== 'element' || child.tagName !== 'table') return [child];
    const captions = child.children.filter((inner) => inner.type === 'element' && inner.tagName === 'caption');
    const paragraphs = captions.map((caption): Element => ({
      type: 'element',
      tagName: 'p',
      properties: {},
      children: 'children' in caption ? caption.children : [],
    }));
    return [...paragraphs, { ...child, children: child.children.filter((inner) => !captions.includes(inner)) }];
  });
}

/** Leaves of a block what Markdown can say: words, emphasis, links, line breaks and the structure of lists and tables. */
export function cleanPhrases(node: Element, options: CleanOptions, within: ReadonlySet<string> = new Set()): Element {
  const children = cleanChildren(node, node.children, options, within);
  if (isHeading(node)) trimEnds(children);
  return { ...node, children };
}

/** Takes spaces of every kind from the ends of a heading: they are the page's layout, and its address follows there. */
function trimEnds(children: readonly ElementContent[]): void {
  const texts = children.flatMap(listTexts);
  for (const text of texts) {
    text.value = text.value.trimStart();
    if (text.value !== '') break;
  }
  for (const text of texts.toReversed()) {
    text.value = text.value.trimEnd();
    if (text.value !== '') break;
  }
}

const listTexts = (node: ElementContent): Text[] =>
  node.type === 'text' ? [node] : node.type === 'element' ? node.children.flatMap(listTexts) : [];

function cleanChildren(
  parent: Element,
  source: readonly ElementContent[],
  options: CleanOptions,
  within: ReadonlySet<string>,
): ElementContent[] {
  const flat = CELLS.has(parent.tagName) || isHeading(parent) ? flattenBlocks(source) : hoistCaptions(source);
  return flat.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [{ type: 'text', value: dropUnseen(child.value, options.leftOut) }];
    if (child.type !== 'element') return [];
    const { tagName, properties } = child;
    if (tagName === 'br') return [br()];
    if (tagName === 'img') {
      note(options.leftOut, properties['alt'] ? `Picture: ${dropUnseen(String(properties['alt']), options.leftOut)}` : 'Picture');
      return [];
    }
    if (tagName === 'q')
      return [{ type: 'text', value: '“' }, ...cleanChildren(child, child.children, options, within), { type: 'text', value: '”' }];
    const kept = SAME[tagName];
    if (kept && KEPT.has(kept)) {
      const children = cleanChildren(child, child.children, options, new Set([...within, kept]));
      return options.bare || within.has(kept) || readWords(child).replace(/[\u00A0\s]/g, '') === '' ? children : emphasise(kept, children);
    }
    const url = tagName === 'a' && !options.bare && !within.has('a') ? resolveLink(properties['href'], options.base) : undefined;
    if (url)
      return [
        {
          type: 'element',
          tagName: 'a',
          properties: { href: url },
          children: cleanChildren(child, child.children, options, new Set([...within, 'a'])),
        },
      ];
    if (STRUCTURE.has(tagName) || BLOCKS.has(tagName) || CELLS.has(tagName))
      return [{ ...child, children: cleanChildren(child, child.children, options, within) }];
    return cleanChildren(child, child.children, options, within);
  });
}
