import type { PromiseGroup } from '../promise.ts';

export const load: PromiseGroup = {
  letter: 'J',
  subject: 'Load and size',
  promises: [
    {
      number: 85,
      text: 'A plain server holds 20,000 requests, 50 at once, 99 in 100 of them answered within 250 ms.',
      shownBy: { 'prove/load.test.ts': ['%s answers 20,000 requests, 50 at once, without a failure'] },
    },
    {
      number: 86,
      text: 'Pages are small: a timeline of 500 events within 150 KB, 30 KB of script before search, quick on a slow phone.',
      shownBy: {
        'site/pages.test.ts': ['a decision page is at most 25 KB gzipped of HTML, style and script'],
        'site/weight.test.ts': ['no page loads more than 30 KB of script, packed, before something is searched for'],
        'prove/long-lists.test.ts': ['a year of the timeline stays small'],
        'prove/slow-phone.test.ts': ['on a slow phone %s shows its largest part within 2.5 s'],
        'prove/long-timeline.test.ts': ['a timeline of 500 events is at most 150 KB gzipped'],
      },
      gap: 'the phone is a browser with a quarter of the processor, not a device, and a timeline of 500 events takes it about three seconds.',
    },
    {
      number: 87,
      text: 'The archive grows to 10,000 decisions.',
      shownBy: {
        'prove/long-lists.test.ts': ['every record of a long archive has its address in the built site'],
        'prove/parts.test.ts': ['a site that was built in %i parts is that of one build, byte for byte, and nothing of it is made twice'],
        'site/incremental.test.ts': [
          'one edit compiles one file, renders only the pages that show it, indexes one shard, and makes the site that a first build would',
        ],
      },
    },
    {
      number: 88,
      text: 'Precompressed files equal their originals, and each kind of file has the right caching.',
      shownBy: {
        'integrations/precompress.test.ts': [
          'every text of 1 KB has copies that unpack to it, and nothing else has',
          'copies that hold other words, are broken, or belong to nothing do not stay',
        ],
        'site/precompress.test.ts': ['each packed copy of the built site unpacks to its file, which is as it was'],
        'site/host-files.test.ts': [
          '%s is told to keep for ever what is under /assets/, and no other file of the site',
          'every file that is kept for ever has a digest in its name',
        ],
        'prove/precompress.test.ts': ['no build keeps a packed copy of an older one, not even where it works in the folder of one'],
        'prove/servers.test.ts': [
          '%s sends a browser that takes %s the packed copies, byte for byte',
          '%s sends the page that says so where nothing is, and lets it be asked for again',
          '%s answers for what is unchanged with 304, and for what has changed with the new words',
          'a packed copy with other words than its file is found by the check of a release',
        ],
      },
    },
  ],
};
