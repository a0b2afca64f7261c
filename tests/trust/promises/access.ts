import type { PromiseGroup } from '../promise.ts';

export const access: PromiseGroup = {
  letter: 'I',
  subject: 'Access',
  promises: [
    {
      number: 72,
      text: 'axe finds nothing on any type of page, in light, dark, forced colours, at 320 pixels and without script.',
      shownBy: {
        'browser/access.test.ts': [
          'axe finds no violation on any type of page, and nothing scrolls sideways',
          'the checks can fail: a picture without a text alternative and a control without a name are found',
          'words that are too faint are found, each look of them once',
        ],
        'prove/access.test.ts': ['in light', 'in dark', '320 pixels wide', 'in forced colours', 'without script'],
      },
    },
    { number: 73, text: 'No id stands twice on a page.', shownBy: { 'site/pages.test.ts': ['gives no id twice'] } },
    {
      number: 74,
      text: 'The keyboard is enough; focus can be seen; a link skips to the text.',
      shownBy: {
        'browser/access.test.ts': ['the skip link is the first stop of the keyboard, is visible there, and leads to the text'],
        'browser/search.test.ts': ['it is used by keyboard alone, from the box to a passage'],
        'prove/access.test.ts': ['everything that the keyboard reaches shows that it is there'],
      },
    },
    {
      number: 75,
      text: 'Pages hold at 400 % zoom and with wider spacing of text.',
      shownBy: {
        'prove/access.test.ts': ['at 400 % of 1280 by 1024 pixels', 'with text spaced as wide as readers may set it, %i pixels wide'],
      },
    },
    { number: 76, text: 'Pages hold in forced colours.', shownBy: { 'prove/access.test.ts': ['in forced colours'] } },
    {
      number: 77,
      text: 'Nothing moves for readers who asked for less motion.',
      shownBy: { 'prove/access.test.ts': ['nothing moves for who asked for it'] },
    },
    {
      number: 78,
      text: 'Contrast suffices in both themes; print stays light.',
      shownBy: {
        'browser/access.test.ts': ['axe finds no violation on any type of page, and nothing scrolls sideways'],
        'prove/access.test.ts': ['a page is light in light, dark in dark, and on paper always dark on light'],
      },
    },
    {
      number: 79,
      text: 'One h1, no rank skipped, named landmarks; quotation and comment are told apart in words.',
      shownBy: {
        'site/pages.test.ts': ['has one h1, and skips no heading level', 'names every navigation differently'],
      },
    },
    {
      number: 80,
      text: 'Names of links and buttons make sense alone, and no two on a page share a name and lead to different places.',
      shownBy: {
        'site/link-names.test.ts': [
          'every link and button has a name that says alone where it leads, and no two of a page have one name and lead elsewhere',
          '%s is told',
          '%s is not',
        ],
      },
    },
    {
      number: 81,
      text: 'Without script nothing is lost; search gives way to an index.',
      shownBy: {
        'browser/reading.test.ts': ['every type of page says the same without script'],
        'browser/search.test.ts': ['without script the form leads to an index of the record by reference, body, kind and year'],
      },
    },
    {
      number: 82,
      text: 'A decision prints as a document with its addresses, as a tagged PDF.',
      shownBy: { 'prove/access.test.ts': ['a decision prints as a tagged document with its address and its links'] },
    },
    {
      number: 83,
      text: 'Targets are 24 pixels or more.',
      shownBy: { 'browser/access.test.ts': ['axe finds no violation on any type of page, and nothing scrolls sideways'] },
    },
    {
      number: 84,
      text: 'The accessibility statement is written from test results.',
      shownBy: {
        'trust/access-results.test.ts': [
          'a check of accessibility is %s',
          'a promise without a test is never said to have passed, and what a check leaves open is kept',
        ],
        'site/made-up.test.ts': ['the accessibility page says of each recorded check what came of it, and of no other'],
        'prove/access-statement.test.ts': ['content without recorded results gets a page that claims no check'],
      },
    },
  ],
};
