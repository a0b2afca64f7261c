import type { Archive, Entry } from '../graph/archive.ts';

/** What a feed follows. */
export type FeedScope =
  { kind: 'everything' } | { kind: 'recommendations' } | { kind: 'corrections' } | { kind: 'family'; family: Entry<'family'> };

export interface FeedName {
  title: string;
  subtitle: string;
  /** The page that it follows. */
  page: string;
  /** The folder in which its two files lie, from the root of the site. */
  path: string;
}

/** Every feed of the archive. */
export const listFeedScopes = (archive: Archive): FeedScope[] => [
  { kind: 'everything' },
  { kind: 'recommendations' },
  { kind: 'corrections' },
  ...archive.families.map((family): FeedScope => ({ kind: 'family', family })),
];

/** What a feed is called, and where it and the page that it follows are. */
export function nameFeed({ settings, urlOf }: Archive, scope: FeedScope): FeedName {
  const { title, subject } = settings;
  switch (scope.kind) {
    case 'everything':
      return { title, subtitle: subject, path: '/', page: '/' };
    case 'recommendations': {
      const subtitle = 'What was recommended, and every state that becomes known.';
      return { title: `${title}: recommendations`, subtitle, path: '/recommendations/', page: '/recommendations/' };
    }
    case 'corrections':
      return {
        title: `${title}: corrections`,
        subtitle: 'Every change of substance to what was published.',
        path: '/changes/',
        page: '/changes/',
      };
    case 'family': {
      const { id, data } = scope.family;
      return { title: `${title}: ${data.title}`, subtitle: data.summary, path: `/families/${id}/`, page: urlOf('family', id) };
    }
  }
}
