import { archive } from '../../archive.ts';
import { toAtom } from '../../exports/atom.ts';
import { buildFeed, type FeedScope } from '../../exports/feed.ts';
import { toJsonFeed } from '../../exports/json-feed.ts';
import { publication } from '../site/publication.ts';

/** The feed of one scope as Atom. */
export const writeAtom = (scope: FeedScope): Response => new Response(toAtom(publication, buildFeed(archive, publication, scope)));

/** The feed of one scope as JSON Feed. */
export const writeJsonFeed = (scope: FeedScope): Response => new Response(toJsonFeed(publication, buildFeed(archive, publication, scope)));
