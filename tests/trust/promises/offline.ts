import type { PromiseGroup } from '../promise.ts';

export const offline: PromiseGroup = {
  letter: 'E',
  subject: 'Offline',
  promises: [
    {
      number: 40,
      text: 'After one visit the core works offline, search included.',
      shownBy: {
        'browser/installed-parity.test.ts': ['after one visit and without a network, every type of page is there as it was built'],
        'browser/installed.test.ts': [
          'offline, a page says that it comes from the device, of which edition it is, and when the site last answered',
          'offline, a page that is not held says so and offers a search of what is, and other spellings lead on',
        ],
      },
    },
    {
      number: 41,
      text: 'A copy that is not whole is never used.',
      shownBy: {
        'browser/installed.test.ts': [
          'nothing is held, and reading goes on as without a worker',
          'a new edition never comes into force, and the one before stays whole',
          'a script that is another’s page never takes the worker’s place',
        ],
      },
    },
    {
      number: 42,
      text: 'A full store does no harm.',
      shownBy: { 'browser/installed.test.ts': ['a full store does no harm: nothing is held, and reading goes on'] },
    },
    {
      number: 43,
      text: 'No page mixes two versions.',
      shownBy: { 'browser/installed.test.ts': ['two editions in two tabs never mix: each page searches the index that it was built with'] },
    },
    {
      number: 44,
      text: 'A bad worker can be recalled.',
      shownBy: {
        'browser/installed.test.ts': [
          'is recalled, though it answers every request wrongly, by the file that stands ready in every build',
          'is removed with all that it held where the host says Clear-Site-Data',
        ],
      },
    },
    {
      number: 45,
      text: 'Withdrawn text leaves the copies.',
      shownBy: {
        'browser/installed.test.ts': [
          'leave the device with the first sight of the new edition, and the page that shows them',
          'leave it even where there is no room or no answer for the new edition',
        ],
        'browser/installed-large.test.ts': ['withdrawn words leave what is kept too, and what is kept is brought to the new edition'],
      },
    },
    {
      number: 46,
      text: 'A new version is found.',
      shownBy: {
        'browser/installed.test.ts': [
          'a corrected page is shown at once where there is a connection, and the note tells it to a page that is open',
          'a page that stays open finds a new edition when the connection comes back',
        ],
      },
    },
    {
      number: 47,
      text: 'Search finds the same offline as online.',
      shownBy: {
        'browser/installed-parity.test.ts': ['without a network it answers every query as the served site does, and shows the same places'],
        'prove/offline-edition.test.ts': ['gives the same in Chromium, from a site that is held without a network and from the server'],
      },
    },
    {
      number: 48,
      text: 'Without the worker everything works as before.',
      shownBy: {
        'browser/installed.test.ts': [
          'where the policy of a host allows no worker, everything works as before',
          'a browser that is set to save data is given nothing unasked',
        ],
      },
    },
    {
      number: 49,
      text: 'The downloaded edition opens from disk, finds the same, and asks nothing of any network.',
      shownBy: {
        'browser/offline-edition.test.ts': [
          'opened from a disk, it answers as the site does and shows the same places',
          'it answers as the site does where the index is so large that it is searched without Pagefind',
          'all this asks for nothing but files of the edition, and no page complains',
        ],
        'site/offline-edition.test.ts': [
          'every link within it leads to a file and to a place there',
          'the list of sums names every other file, in the way that sha256sum reads, and each is right',
        ],
        'prove/offline-edition.test.ts': [
          'gives the same in Chromium, from a disk and from the server',
          'gives the same in Firefox, from a disk and from the server, with no request from the disk',
        ],
      },
    },
  ],
};
