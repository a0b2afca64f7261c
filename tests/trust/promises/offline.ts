import type { PromiseGroup } from '../promise.ts';

export const offline: PromiseGroup = {
  letter: 'E',
  subject: 'Offline',
  promises: [
    { number: 40, text: 'After one visit the core works offline, search included.', shownBy: {} },
    { number: 41, text: 'A copy that is not whole is never used.', shownBy: {} },
    { number: 42, text: 'A full store does no harm.', shownBy: {} },
    { number: 43, text: 'No page mixes two versions.', shownBy: {} },
    { number: 44, text: 'A bad worker can be recalled.', shownBy: {} },
    { number: 45, text: 'Withdrawn text leaves the copies.', shownBy: {} },
    { number: 46, text: 'A new version is found.', shownBy: {} },
    { number: 47, text: 'Search finds the same offline as online.', shownBy: {} },
    { number: 48, text: 'Without the worker everything works as before.', shownBy: {} },
    { number: 49, text: 'The downloaded edition opens from disk, finds the same, and asks nothing of any network.', shownBy: {} },
  ],
};
