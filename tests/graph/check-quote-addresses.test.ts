import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/compile/problem.ts';
import { checkQuoteAddresses } from '../../src/graph/check-quote-addresses.ts';
import type { QuoteEntry } from '../../src/graph/archive.ts';
import { facetKinds } from '../../src/graph/quote-facets.ts';
import { keyOf, type Target } from '../../src/graph/targets.ts';
import { quoteEntry } from '../builders/records.ts';

const target = (kind: Target['kind'], id: string): Target => ({ kind, id, file: `content/${kind}.mdx`, line: 3, column: 5 });

const problemsOf = (quotes: QuoteEntry[], targets: Target[]) =>
  checkQuoteAddresses(quotes, new Map(targets.map((one) => [keyOf(one.kind, one.id), one]))).map(formatProblem);

describe('checkQuoteAddresses', () => {
  it.each(facetKinds)('refuses a source or a decision called %s, with its place', (name) => {
    expect(problemsOf([], [target('source', name), target('decision', name)])).toEqual([
      `content/source.mdx:3:5 "${name}" is the name of a list under /quotes/. Give the source another id.`,
      `content/decision.mdx:3:5 "${name}" is the name of a list under /quotes/. Give the decision another id.`,
    ]);
  });

  it('lets a theme or an event have such a name, and an owner a name like it', () => {
    expect(
      problemsOf([], [target('theme', 'voice'), target('event', 'decision'), target('source', 'voices'), target('source', 'the-decision')]),
    ).toEqual([]);
  });

  it('refuses two speakers who would share a page', () => {
    const quotes = [quoteEntry('first/a', { speaker: { name: 'Jane Doe' } }), quoteEntry('first/b', { speaker: { name: 'jane doe.' } })];
    expect(problemsOf(quotes, [target('quote', 'first/a'), target('quote', 'first/b')])).toEqual([
      'content/quote.mdx:3:5 The speaker "jane doe." would have the address of "Jane Doe". If they are one, write them alike; if not, word one differently.',
    ]);
  });

  it('refuses a name that would take the page of a body', () => {
    const quotes = [quoteEntry('first/a'), quoteEntry('first/b', { speaker: { name: 'Board' } })];
    expect(problemsOf(quotes, [])).toHaveLength(1);
  });

  it('lets one speaker speak twice', () => {
    expect(problemsOf([quoteEntry('first/a'), quoteEntry('first/b')], [])).toEqual([]);
  });
});
