const MARK = 'data-offline-size';
const MARKED = new RegExp(String.raw`(<[a-z]+[^>]*\b${MARK}\b[^>]*>)[^<]*`, 'g');

/** Whether a page has a place for the size of the edition. */
export const hasSizeMark = (html: string): boolean => html.includes(MARK);

/** A page with the size in its place, or with nothing there. */
export const printSize = (html: string, size: string): string => html.replace(MARKED, (_, tag: string) => tag + size);
