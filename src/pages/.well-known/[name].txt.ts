import type { APIRoute, GetStaticPaths } from 'astro';
import { archive, publication, toPaths } from '../../archive.ts';
import { toSecurityTxt } from '../../exports/security-txt.ts';

/** Without a contact and the day until which it holds there is no such file. */
export const getStaticPaths = (() => {
  const text = toSecurityTxt(archive, publication);
  return toPaths(text === undefined ? [] : [{ params: { name: 'security' }, props: { text } }]);
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(props['text']);
