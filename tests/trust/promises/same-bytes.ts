import type { PromiseGroup } from '../promise.ts';

export const sameBytes: PromiseGroup = {
  letter: 'D',
  subject: 'Same commit, same bytes',
  promises: [
    {
      number: 36,
      text: 'Two clones of one commit give the same bytes, whatever the path, time zone, locale, umask, file order, cores and clock.',
      shownBy: {
        'site/same-bytes.test.ts': [
          'the same content gives the same bytes at another path, in another zone, language and time, from files in another order',
        ],
        'prove/same-bytes.test.ts': [
          'at another path, with another umask, zone, language, clock and number of processors',
          'on one processor',
          'when every program, not only Node, is told another day',
        ],
      },
    },
    {
      number: 37,
      text: 'SHA256SUMS is published with the site, and npm run check-release holds any copy against it.',
      shownBy: {
        'site/same-bytes.test.ts': ['the list of digests has every file of the site and no other'],
        'scripts/check-release/check-release.test.ts': [
          'a folder that is what was released is told so',
          'in a folder the file that is changed, missing or added is named',
          'a site at an address is held against the list of its release',
          'a list of one’s own tells what the list of the site hides',
        ],
      },
    },
    {
      number: 38,
      text: 'No host name, user, path or time of the build stands in the site.',
      shownBy: {
        'site/same-bytes.test.ts': [
          'no path, host name or user of the machine and no time of the build stands in any file',
          'the search for such words finds them where they are, compressed too',
        ],
      },
    },
    {
      number: 39,
      text: 'Once installed, a build needs no network.',
      shownBy: {
        'site/same-bytes.test.ts': [
          'the same content gives the same bytes at another path, in another zone, language and time, from files in another order',
        ],
        'prove/same-bytes.test.ts': ['where no program reaches any network'],
      },
    },
  ],
};
