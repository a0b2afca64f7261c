import type { PromiseGroup } from '../promise.ts';

export const publishing: PromiseGroup = {
  letter: 'C',
  subject: 'Publishing',
  promises: [
    {
      number: 26,
      text: 'Publishing is one step: killed at any moment, each answer is wholly old or wholly new.',
      shownBy: { 'prove/publishing.test.ts': ['killed at any moment, every answer is wholly of one site, and the next build works'] },
    },
    {
      number: 27,
      text: 'A failed build changes nothing.',
      shownBy: { 'site/bad-content.test.ts': ['a failed build leaves the last good site as it was'] },
    },
    {
      number: 28,
      text: 'A full disk ends a build cleanly.',
      shownBy: { 'prove/publishing.test.ts': ['a disk that takes no more bytes ends a build cleanly'] },
    },
    {
      number: 29,
      text: 'A folder that cannot be written ends a build cleanly.',
      shownBy: { 'prove/publishing.test.ts': ['an output that cannot be written ends a build cleanly'] },
    },
    {
      number: 30,
      text: 'Of two builds at once the second waits or refuses.',
      shownBy: {
        'integrations/build-lock.test.ts': ['the second of two builds says that it waits, and begins when the first has ended'],
        'prove/publishing.test.ts': ['two builds at once end with one whole site'],
      },
    },
    {
      number: 31,
      text: 'A warm cache gives the bytes of a cold one, also after removals.',
      shownBy: {
        'compile/cache.test.ts': ['what is reused is what was compiled, records and problems', 'a change of %s makes everything stale'],
        'site/incremental.test.ts': [
          'one edit compiles one file, renders only the pages that show it, indexes one shard, and makes the site that a first build would',
        ],
        'prove/incremental.test.ts': ['after any edits, reverts and killed builds, a build makes what a first build would'],
      },
    },
    {
      number: 32,
      text: 'No site is published without its whole search index.',
      shownBy: { 'search/search-index.test.ts': ['fails where a page is missing', 'fails where the archive has more than was indexed'] },
    },
    {
      number: 33,
      text: 'Content cannot fake success.',
      shownBy: {
        'site/bad-content.test.ts': ['check reports every fault of every file in one run, where it stands and what to do, and fails'],
      },
    },
    {
      number: 34,
      text: 'The wrong Node says so in a sentence.',
      shownBy: {
        'scripts/require-node.test.ts': [
          'a Node that is too old is told so in a sentence',
          'every command that runs our sources asks for the right Node first',
        ],
      },
    },
    {
      number: 35,
      text: 'With little memory a build passes, or fails cleanly.',
      shownBy: {
        'prove/publishing.test.ts': ['with too little memory a build fails and the published site stays, and the next one works'],
      },
    },
  ],
};
