import type { PromiseGroup } from '../promise.ts';

export const supplyChain: PromiseGroup = {
  letter: 'H',
  subject: 'Supply chain',
  promises: [
    {
      number: 67,
      text: 'The install scripts that are needed are two, named with their reason; without all others everything works.',
      shownBy: {
        'supply-chain/supply-chain.test.ts': ['no other package than two may run anything when it is installed'],
        'prove/install.test.ts': ['installed without any script, with a Node of the machine, the project builds the same site'],
      },
    },
    {
      number: 68,
      text: 'Each entry of the lock file has its digest and comes from the registry; the Node that comes with the install is the one listed.',
      shownBy: {
        'supply-chain/supply-chain.test.ts': [
          'every entry of the lock file has its digest and its version, and comes from a registry',
          'an entry with %s is told',
          'the Node that came with the install is the one listed',
        ],
      },
      gap: 'the digest of Node is listed for Linux and Windows, not for macOS, whose package of this version could not be had.',
    },
    {
      number: 69,
      text: 'No version is one of a listed advisory.',
      shownBy: {
        'supply-chain/supply-chain.test.ts': [
          'no package is of a version that a listed advisory is about',
          'every listed advisory says where it was published',
        ],
      },
    },
    {
      number: 70,
      text: 'Direct dependencies are few and exact, each with its reason.',
      shownBy: {
        'supply-chain/supply-chain.test.ts': ['direct dependencies are few, each of one version and with its reason'],
      },
    },
    {
      number: 71,
      text: 'A bill of materials comes with each release.',
      shownBy: {
        'supply-chain/supply-chain.test.ts': [
          'the bill of materials has every package of the lock file with its digest, and is the same each time',
        ],
      },
    },
  ],
};
