import type { PromiseGroup } from '../promise.ts';

export const addresses: PromiseGroup = {
  letter: 'B',
  subject: 'Addresses',
  promises: [
    {
      number: 16,
      text: 'An address that was published never disappears.',
      shownBy: {
        'graph/permanence.test.ts': ['an address shows the words it was published with, or a problem names it'],
        'integrations/permalink-ledger.test.ts': ['every page, fragment and file ever published must land'],
        'site/permanence.test.ts': [
          'every address that the content publishes lands in the built site',
          'a build in which something published does not land fails with the list, and leaves the last one as it was',
        ],
      },
    },
    {
      number: 17,
      text: 'An id is minted once: another title, date or order changes none.',
      shownBy: {
        'graph/check-permalinks.test.ts': ['an earlier event, a new paragraph and a new finding change no address and are no problem'],
        'site/permanence.test.ts': ['content as it was released has no problem, and an earlier event changes no address'],
      },
    },
    {
      number: 18,
      text: 'Ids are lower case and unique, and clash with nothing that the layout uses; both places are named.',
      shownBy: {
        'schema/text.test.ts': ['%j is an id', '%j is not an id'],
        'graph/duplicates.test.ts': ['one address in two files that share a page is told with both files'],
      },
    },
    {
      number: 19,
      text: 'Every link within the built site leads to a page and a fragment that are there.',
      shownBy: { 'site/pages.test.ts': ['links within the site only to pages and fragments that are there'] },
    },
    {
      number: 20,
      text: 'An address lands without script, where it can be seen.',
      shownBy: {
        'browser/permanence.test.ts': ['without script every address shows its place, changed or not'],
        'browser/addresses.test.ts': [
          'one passage of each type shows its place, with script: %s',
          'the check can fail: what is not there, hidden, or under something is found',
        ],
        'prove/addresses.test.ts': ['every address that a release would publish shows its place %s'],
      },
    },
    {
      number: 21,
      text: 'What moved is one hop away.',
      shownBy: {
        'graph/check-permalinks.test.ts': ['a move must end where something stands, in one hop'],
        'graph/move.test.ts': ['what had moved to a place moves on with it, so that one hop is enough'],
        'prove/servers.test.ts': ['nginx sends on what moved with what was asked, and says of what was withdrawn that it is gone'],
      },
    },
    {
      number: 22,
      text: 'Other spellings of an address (case, slash, index.html, %20) do on plain servers what the documentation says.',
      shownBy: { 'prove/spellings.test.ts': ['%s does with other spellings of an address what the documentation says'] },
    },
    {
      number: 23,
      text: 'Copies of outside sources carry their date and SHA-256; one flipped byte fails.',
      shownBy: {
        'compile/captures.test.ts': ['a copy that is as it was brought in is held with its date', 'a flipped bit of byte %i is told'],
      },
    },
    {
      number: 24,
      text: 'A published word changes only with a dated correction.',
      shownBy: {
        'graph/check-permalinks.test.ts': [
          'changed words are answered for by a correction that no release has published',
          'a corrected date changes no address, and its words need a correction',
        ],
        'site/permanence.test.ts': ['an edited paragraph fails until it is pinned and corrected'],
      },
    },
    {
      number: 25,
      text: 'A thing has one address, copied, printed, fed and exported alike.',
      shownBy: {
        'browser/permanence.test.ts': [
          'a permalink copies the one address of what it stands beside, with the words seen, and still leads there',
        ],
        'site/data.test.ts': ['give every record an address that lands'],
      },
    },
  ],
};
