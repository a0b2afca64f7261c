import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { addressOf, archive, citableOf, toPaths } from '../../archive.ts';
import { citableKinds, listBibliography } from '../../exports/citable.ts';
import { citeFiles } from '../../exports/cite-file.ts';
import { bibliographyUrlOf, citeFormats, citeUrlOf } from '../../graph/urls.ts';

export const getStaticPaths = (() => {
  const records = {
    decision: archive.decisions,
    quote: archive.quotes,
    event: archive.events,
    essay: archive.essays,
    source: archive.sources,
  };
  const toPath = (url: string) => url.slice(1, url.lastIndexOf('/'));
  const paths = citeFormats.flatMap((format) => [
    { params: { page: toPath(bibliographyUrlOf(format)), format }, props: { format, items: listBibliography(archive, addressOf) } },
    ...citableKinds.flatMap((kind) =>
      records[kind].map(({ id }) => ({
        params: { page: toPath(citeUrlOf(kind, id, format)), format },
        props: { format, items: citableOf(kind, id).items },
      })),
    ),
  ]);
  return toPaths(paths);
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { format, items } }) => {
  const { mediaType, write } = citeFiles[format];
  return new Response(write(items), { headers: { 'Content-Type': mediaType } });
};
