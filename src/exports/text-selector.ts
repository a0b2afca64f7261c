/** A TextQuoteSelector of the Web Annotation model. */
export interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix?: string;
  suffix?: string;
}

const CONTEXT = 32;
const collapse = (text: string) => text.replace(/\s+/g, ' ');

/** The words beside `exact` in a text, where it stands there once; twice, they would not tell which is meant. */
function findContext(exact: string, held: string): { prefix: string; suffix: string } | undefined {
  const text = collapse(held);
  const at = text.indexOf(exact);
  if (at < 0 || text.includes(exact, at + 1)) return undefined;
  return { prefix: text.slice(Math.max(0, at - CONTEXT), at), suffix: text.slice(at + exact.length, at + exact.length + CONTEXT) };
}

/** A selector for each piece of a quotation: a cut, `[...]`, is not in the text. */
export function selectText(quotation: string, held?: string): TextQuoteSelector[] {
  return quotation
    .split(/\s*\[(?:\.\.\.|…)\]\s*/)
    .map(collapse)
    .filter(Boolean)
    .map((exact) => ({ type: 'TextQuoteSelector', exact, ...(held !== undefined && findContext(exact, held)) }));
}
