import type { APIRoute, GetStaticPaths } from 'astro';
import { archive, toPaths } from '../../../archive.ts';
import { writeJsonFeed } from '../../../components/data/write-feed.ts';

export const getStaticPaths = (() =>
  toPaths(archive.families.map((family) => ({ params: { id: family.id }, props: { family } })))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => writeJsonFeed({ kind: 'family', family: props['family'] });
