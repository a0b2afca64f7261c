import type { Shelf } from '../../graph/source-record.ts';
import type { Source } from '../../schema/source.ts';

type Custom = Source['custom'];

/** The shelves on which sources stand, as headings. */
export const shelfWords: Record<Shelf, string> = {
  own: 'The decisions of this record',
  decision: 'Other decisions',
  law: 'Law',
  guidance: 'Guidance',
  article: 'The article',
  literature: 'Literature',
  press: 'Press',
  inspection: 'Inspection',
  web: 'Other pages',
};

/** How much of a source was read. */
export const readWords: Record<Custom['read'], string> = {
  whole: 'Read whole',
  part: 'Read in part',
  listing: 'Only an entry in a list was read',
  secondhand: 'Known second hand',
  'not-read': 'Not read',
};

/** What kind of thing a source is, where it does not say so itself. */
export const typeWords: Record<Source['type'], string> = {
  report: 'Report',
  'post-weblog': 'Blog post',
  book: 'Book',
  chapter: 'Chapter of a book',
  legislation: 'Legislation',
  webpage: 'Web page',
  'article-newspaper': 'News article',
  legal_case: 'Case',
};
