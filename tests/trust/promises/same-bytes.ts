import type { PromiseGroup } from '../promise.ts';

export const sameBytes: PromiseGroup = {
  letter: 'D',
  subject: 'Same commit, same bytes',
  promises: [
    {
      number: 36,
      text: 'Two clones of one commit give the same bytes, whatever the path, time zone, locale, umask, file order, cores and clock.',
      shownBy: {},
    },
    { number: 37, text: 'SHA256SUMS is published with the site, and npm run check-release holds any copy against it.', shownBy: {} },
    { number: 38, text: 'No host name, user, path or time of the build stands in the site.', shownBy: {} },
    { number: 39, text: 'Once installed, a build needs no network.', shownBy: {} },
  ],
};
