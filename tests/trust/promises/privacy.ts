import type { PromiseGroup } from '../promise.ts';

export const privacy: PromiseGroup = {
  letter: 'G',
  subject: 'Privacy',
  promises: [
    {
      number: 60,
      text: 'Withheld words never reach any output; what is withdrawn leaves corrections and caches too.',
      shownBy: {
        'integrations/withheld.test.ts': [
          'withheld words in %s are found, and the file is named',
          'content with withheld words is refused where they stand, says them no more, and leaves nothing in a cache',
        ],
      },
      gap: 'words that are drawn in a picture are found only by the text from which it is drawn.',
    },
    {
      number: 61,
      text: 'What looks like personal data is stopped, and references, sums and dates are not.',
      shownBy: {
        'schema/personal-data.test.ts': [
          '%j holds %j',
          'every number with its check digit is told, and none with another',
          'no reference, sum, date, section, digest or paragraph is taken for personal data',
        ],
        'compile/personal-data.test.ts': ['personal data %s is told where it stands'],
        'site/counts.test.ts': ['the content has no problem'],
      },
    },
    {
      number: 62,
      text: 'Pictures carry no metadata.',
      shownBy: { 'site/pictures.test.ts': ['no picture carries anything beside what it shows', 'a picture that does is told'] },
    },
    {
      number: 63,
      text: 'Readers are not followed: own origin only, no cookie, nothing of a search is kept or sent, no referrer.',
      shownBy: {
        'browser/reading.test.ts': ['no page asks anything of another origin, sets a cookie, or logs an error'],
        'browser/search.test.ts': ['a hit lands on its paragraph and marks the words, and they are sent to no server'],
        'browser/search-kept.test.ts': [
          'nothing of a search is kept in the browser, and it stands in no address but that of the search page',
          'nothing of a search is kept where the site is held on the device, online or off',
          'what would be kept is found, wherever it is',
        ],
      },
    },
    {
      number: 64,
      text: 'One command takes text away everywhere and leaves a tombstone at each of its addresses.',
      shownBy: {
        'graph/withdraw.test.ts': [
          'a quotation goes out of its record and the checks, and leaves a tombstone at every address it had',
          'a correction about what was withdrawn goes too, with its address',
        ],
        'prove/withdrawal.test.ts': [
          'is taken out of every file of the site, the caches and the content by one command, and leaves a tombstone at each address',
        ],
        'integrations/purge-caches.test.ts': ['a purge leaves the sites that are published and nothing else that holds words'],
        'browser/permanence.test.ts': ['a withdrawn page is a tombstone with its day and its reason, for no search engine'],
      },
    },
    {
      number: 65,
      text: 'A pseudonym belongs to its family; a link between two of them needs a public basis.',
      shownBy: { 'graph/references.test.ts': ['a name means another person in another decision'] },
      gap: 'that the basis of a link is public is for a reviewer to see.',
    },
    {
      number: 66,
      text: 'Comment is marked as comment with whose it is; one page lists every correction.',
      shownBy: {
        'compile/body.test.ts': ['a paragraph of an account %s'],
        'browser/permanence.test.ts': [
          'one page lists every correction: its day, what was said, what is said and why, with a link to where',
        ],
      },
    },
  ],
};
