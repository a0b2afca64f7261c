import { extname } from 'node:path';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { addressOf, archive, toPaths } from '../../archive.ts';
import { citeFiles } from '../../exports/cite-file.ts';
import { listCiteSources } from '../../exports/cite-files.ts';
import { citeFormats } from '../../graph/urls.ts';

/** The citation files of one format in development; a build writes them all at once (integrations/cite-files.ts). */
export const getStaticPaths = (({ routePattern }) => {
  const own = citeFormats.filter((format) => extname(routePattern) === `.${format}`);
  return toPaths(
    [...listCiteSources(archive, addressOf)].flatMap(({ items, urlOf }) =>
      own.map((format) => ({ params: { page: urlOf(format).replace(/^\/|\/[^/]*$/g, '') }, props: { format, items } })),
    ),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { format, items } }) => {
  const { mediaType, write } = citeFiles[format];
  return new Response(write(items), { headers: { 'Content-Type': mediaType } });
};
