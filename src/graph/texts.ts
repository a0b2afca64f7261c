import type { Anchor } from '../compile/body.ts';
import type { Block } from '../compile/blocks.ts';
import type { Problem } from '../compile/problem.ts';
import type { CompiledRecord } from '../compile/record.ts';
import type { DecisionText } from '../schema/decision-text.ts';
import { findSectionKind, type SectionKind } from '../schema/section.ts';
import type { QuoteEntry } from './archive.ts';
import { findWords, prepareText } from './find-words.ts';
import { keyOf, type Target } from './targets.ts';

/** A part of an official text with what the archive knows of it. */
export interface TextBlock extends Block {
  section: SectionKind | undefined;
  /** The official number, where a person has checked it. */
  number: string | undefined;
  /** Quotations whose words begin here. */
  quotes: string[];
}

/** The official text of a decision as far as it is held; every statement that has this text is named in its data. */
export interface TextEntry {
  decision: string;
  file: string;
  data: DecisionText;
  anchors: Anchor[];
  blocks: TextBlock[];
}

/** Says for each part of a text which kind of section it stands in. A heading that says nothing leaves its part to the heading above it. */
export function listSections(parts: readonly { heading?: { text: string; depth: number } }[]): (SectionKind | undefined)[] {
  const open: { depth: number; kind: SectionKind | undefined }[] = [];
  return parts.map(({ heading }) => {
    if (heading) {
      while ((open.at(-1)?.depth ?? 0) >= heading.depth) open.pop();
      open.push({ depth: heading.depth, kind: findSectionKind(heading.text) ?? open.at(-1)?.kind });
    }
    return open.at(-1)?.kind;
  });
}

/** The passages of a text as one, and the passage in which a place of it lies. */
export function joinPassages(passages: readonly { text: string }[]): { text: string; indexAt: (place: number) => number } {
  const starts: number[] = [];
  let text = '';
  for (const passage of passages) {
    starts.push(text.length);
    text += `${passage.text}\n`;
  }
  return { text, indexAt: (place) => starts.findLastIndex((start) => start <= place) };
}

/** Where each quotation that stands in the text begins: the index of its block. */
function placeQuotes(blocks: readonly Block[], quotes: readonly QuoteEntry[]): Map<number, string[]> {
  const owners = blocks.flatMap((block, index) => block.passages.map((passage) => ({ passage, index })));
  const { text, indexAt } = joinPassages(owners.map(({ passage }) => passage));
  const prepared = prepareText(text);
  const placed = quotes.flatMap(({ id, data }) => {
    const start = findWords(data.text, prepared)[0]?.start;
    return start === undefined ? [] : [{ id, block: owners[indexAt(start)]?.index ?? 0 }];
  });
  return new Map([...Map.groupBy(placed, ({ block }) => block)].map(([block, found]) => [block, found.map(({ id }) => id)]));
}

function placeBlocks({ data, blocks = [] }: CompiledRecord<'text'>, quotes: readonly QuoteEntry[]): TextBlock[] {
  const sections = listSections(blocks);
  const placed = placeQuotes(blocks, quotes);
  return blocks.map((block, index) => ({
    ...block,
    section: sections[index],
    number: block.passages.flatMap(({ id }) => (id === undefined ? [] : (data.numbers[id] ?? [])))[0],
    quotes: placed.get(index) ?? [],
  }));
}

/** Every text that is held, with the decision's quotations at the paragraphs in which they stand. */
export function buildTexts(records: readonly CompiledRecord<'text'>[], quotes: readonly QuoteEntry[]): TextEntry[] {
  const quotesByDecision = Map.groupBy(
    quotes.filter(({ owner }) => owner.kind === 'decision'),
    ({ owner }) => owner.id,
  );
  return records.map((record) => {
    const { id, file, data, anchors } = record;
    const text: TextEntry = { decision: id, file, data, anchors, blocks: [] };
    // Read and placed each time that they are asked for: the texts of ten thousand decisions are not held.
    Object.defineProperty(text, 'blocks', { get: () => placeBlocks(record, quotesByDecision.get(id) ?? []), enumerable: true });
    return text;
  });
}

/** What must hold between a text, its decision and the quotations that are said to stand in it. */
export function checkTexts(
  texts: readonly TextEntry[],
  quotes: readonly QuoteEntry[],
  targets: ReadonlyMap<string, Target>,
  faulty: readonly { kind: string; id: string }[],
): Problem[] {
  const problems: Problem[] = [];
  for (const { decision, file, data, anchors } of texts) {
    const report = (message: string) => problems.push({ file, line: 1, column: 1, kind: 'unknown-reference', message });
    const known = targets.has(keyOf('decision', decision)) || faulty.some(({ kind, id }) => kind === 'decision' && id === decision);
    if (!known) report(`This is the text of a decision "${decision}", and there is no ${decision}.mdx. Add it, or move the text away`);
    const ids = new Set(anchors.map(({ id }) => id));
    for (const id of Object.keys(data.numbers)) {
      if (!ids.has(id))
        report(`"numbers" names the paragraph #${id}, which is not in this text. Give the number to the paragraph that has it now`);
    }
  }
  const textsByDecision = Map.groupBy(texts, ({ decision }) => decision);
  const placedByText = new Map<TextEntry, Set<string>>();
  const placedIn = (text: TextEntry): Set<string> => {
    const placed = placedByText.get(text) ?? new Set(text.blocks.flatMap(({ quotes: own }) => own));
    placedByText.set(text, placed);
    return placed;
  };
  for (const quote of quotes) {
    const held = (textsByDecision.get(quote.owner.id) ?? []).filter(({ data }) =>
      data.statements.some(({ source }) => quote.data.evidence.some((one) => one.source === source)),
    );
    if (held.length === 0 || held.some((text) => placedIn(text).has(quote.id))) continue;
    const sources = held.flatMap(({ data }) => data.statements.map(({ source }) => source));
    if (quote.checks.some(({ source, held: copy, result }) => copy && result === 'not-found' && sources.includes(source))) continue;
    const { file = '', line = 1, column = 1 } = targets.get(keyOf('quote', quote.id)) ?? {};
    const message = `The quotation "${quote.id}" is not in ${held.map((text) => text.file).join(', ')}, where its evidence says it stands. "npm run verify" shows the nearest words`;
    problems.push({ file, line, column, kind: 'quotation-not-in-text', message });
  }
  return problems;
}

/** The paragraphs of each source whose text is held and may be published. */
export const listHeldParagraphs = (texts: readonly TextEntry[]): Map<string, string[]> =>
  new Map(
    texts
      .filter(({ data }) => data.licence !== null)
      .flatMap(({ data, blocks }) => {
        const paragraphs = blocks.flatMap(({ passages }) => passages.map(({ text }) => text));
        return data.statements.map(({ source }): [string, string[]] => [source, paragraphs]);
      }),
  );
