/** A place inside a source, in the terms of CSL; a place named in words (`summary`) stands under `sub-verbo`. */
export interface Locator {
  label: 'page' | 'paragraph' | 'section' | 'sub-verbo';
  value: string;
}

const COUNTED = /(?:^|[,;] )(?:lines?|items?|paras?) \d.*$/;
const SECTION_ADDRESS = /\/section\/(\w+)(?:\/|$)/;

const PLAIN: readonly [RegExp, Locator['label']][] = [
  [/^(?:s|ss|sections?) (\d.*)$/, 'section'],
  [/^(?:p|pp|pages?) (\d.*)$/, 'page'],
  [/^(?:para|paras|paragraphs?) (\d.*)$/, 'paragraph'],
];

/**
 * Reads where a passage stands: `s 117(2)`, `p 21`, `complaint, item 6`. Lines, items and paragraphs after the name of a part
 * were counted in a copy and are not printed on the page, so they are no place that a reader can turn to and are cut.
 */
export function readLocator(text: string): Locator | undefined {
  for (const [pattern, label] of PLAIN) {
    const value = pattern.exec(text)?.[1];
    if (value) return { label, value };
  }
  const value = text.replace(COUNTED, '');
  return value ? { label: 'sub-verbo', value } : undefined;
}

/** The section of an Act that its address points at. */
export function sectionOf(address: string | undefined): Locator | undefined {
  const value = SECTION_ADDRESS.exec(address ?? '')?.[1];
  return value ? { label: 'section', value } : undefined;
}
