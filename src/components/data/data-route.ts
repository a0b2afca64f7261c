import { extname } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { dataContent, dataFiles, toPaths } from '../../archive.ts';

/** The files of data in development, those whose names end as the route does; a build writes them all at once (integrations/data-files.ts). */
export const getStaticPaths = (({ routePattern }) => {
  const extension = extname(routePattern);
  return toPaths(
    dataFiles()
      .filter(({ name }) => extname(name) === extension)
      .map(({ name, mediaType, sha256 }) => ({
        params: { name: name.slice(0, -extension.length) },
        props: { file: name, mediaType, sha256 },
      })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(dataContent(String(props['file'])), { headers: { 'Content-Type': String(props['mediaType']) } });
