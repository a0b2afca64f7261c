import { expect, inject, test } from 'vitest';
import { loadArchive } from '../../src/graph/load-archive.ts';
import type { TargetKind } from '../../src/schema/reference.ts';
import { byTag, readSite } from './read-site.ts';

const pageByPath = new Map(readSite(inject('site')).map((page) => [page.path, page]));
const { archive } = loadArchive(process.cwd());
if (!archive) throw new Error('The content has problems');
const { conflicts, urlOf } = archive;

const linksAt = (path: string) => {
  const page = pageByPath.get(path);
  return page ? byTag(page, 'a').map(({ properties }) => String(properties['href'])) : [];
};
const pathOf = (address: string) => address.split('#')[0] ?? '';

const passages = conflicts.flatMap(({ id, data }) =>
  data.passages.flatMap((passage) =>
    Object.entries(passage).map(([kind, target]) => ({ id, kind: kind as TargetKind, target: String(target) })),
  ),
);

test('every passage that a conflict concerns is marked on its own page, and where it stands in a list', () => {
  const unmarked = passages.filter(({ id, kind, target }) => !linksAt(pathOf(urlOf(kind, target))).includes(urlOf('conflict', id)));
  expect(unmarked).toEqual([]);
  expect(passages.length).toBeGreaterThan(conflicts.length * 2);
});

test('every conflict leads back to each passage', () => {
  const lost = passages.filter(({ id, kind, target }) => !linksAt(pathOf(urlOf('conflict', id))).includes(urlOf(kind, target)));
  expect(lost).toEqual([]);
});

test('findings, recommendations and quotations are marked in their decisions too', () => {
  const own = passages.filter(({ target }) => archive.decisions.some(({ id }) => target.startsWith(`${id}/`)));
  const inDecisions = own.filter(({ kind }) => kind !== 'payment');
  const unmarked = inDecisions.filter(
    ({ id, target }) => !linksAt(urlOf('decision', target.split('/')[0] ?? '')).includes(urlOf('conflict', id)),
  );
  expect(unmarked).toEqual([]);
});
