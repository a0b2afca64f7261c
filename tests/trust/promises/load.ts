import type { PromiseGroup } from '../promise.ts';

export const load: PromiseGroup = {
  letter: 'J',
  subject: 'Load and size',
  promises: [
    { number: 85, text: 'A plain server holds 20,000 requests, 50 at once.', shownBy: {} },
    {
      number: 86,
      text: 'Pages are small: a timeline of 500 events within 150 KB, 30 KB of script before search, quick on a slow phone.',
      shownBy: {
        'site/pages.test.ts': ['a decision page is at most 25 KB gzipped of HTML, style and script'],
        'prove/long-lists.test.ts': ['a year of the timeline stays small'],
      },
      gap: 'the timeline of 500 events and the slow phone are not measured yet.',
    },
    {
      number: 87,
      text: 'The archive grows to 10,000 decisions.',
      shownBy: { 'prove/long-lists.test.ts': ['every record of a long archive has its address in the built site'] },
    },
    { number: 88, text: 'Precompressed files equal their originals, and each kind of file has the right caching.', shownBy: {} },
  ],
};
