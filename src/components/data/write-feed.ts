import { feedOf, publication } from '../../archive.ts';
import { toAtom } from '../../exports/atom.ts';
import type { FeedScope } from '../../exports/feed-scopes.ts';
import { toJsonFeed } from '../../exports/json-feed.ts';

const buildFeed = (scope: FeedScope) => feedOf(scope.kind, scope.kind === 'family' ? scope.family.id : '');

/** The feed of one scope as Atom. */
export const writeAtom = (scope: FeedScope): Response => new Response(toAtom(publication, buildFeed(scope)));

/** The feed of one scope as JSON Feed. */
export const writeJsonFeed = (scope: FeedScope): Response => new Response(toJsonFeed(publication, buildFeed(scope)));
