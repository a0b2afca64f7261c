import type { PromiseGroup } from '../promise.ts';

export const supplyChain: PromiseGroup = {
  letter: 'H',
  subject: 'Supply chain',
  promises: [
    {
      number: 67,
      text: 'The install scripts that are needed are two, named with their reason; without all others everything works.',
      shownBy: {},
    },
    {
      number: 68,
      text: 'Each entry of the lock file has its digest and comes from the registry; the Node that comes with the install is the one listed.',
      shownBy: {},
    },
    { number: 69, text: 'No version is one of a listed advisory.', shownBy: {} },
    { number: 70, text: 'Direct dependencies are few and exact, each with its reason.', shownBy: {} },
    { number: 71, text: 'A bill of materials comes with each release.', shownBy: {} },
  ],
};
