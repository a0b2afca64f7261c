import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { addressOf, archive, toPaths } from '../../archive.ts';
import { citeFiles } from '../../exports/cite-file.ts';
import { listCiteSources } from '../../exports/cite-files.ts';
import { citeFormats } from '../../graph/urls.ts';

/** The citation files in development; a build writes them all at once (integrations/cite-files.ts). */
export const getStaticPaths = (() =>
  toPaths(
    [...listCiteSources(archive, addressOf)].flatMap(({ items, urlOf }) =>
      citeFormats.map((format) => ({ params: { page: urlOf(format).replace(/^\/|\/[^/]*$/g, ''), format }, props: { format, items } })),
    ),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { format, items } }) => {
  const { mediaType, write } = citeFiles[format];
  return new Response(write(items), { headers: { 'Content-Type': mediaType } });
};
