import { extname } from 'node:path';
import type { APIRoute } from 'astro';
import { archive } from '../../archive.ts';
import { listDataFiles } from '../../exports/data-files.ts';
import { publication } from '../site/publication.ts';

/** Every file under /data/, made once. */
export const dataFiles = listDataFiles(archive, publication);

/** The static paths of the route `[name].csv` and its like: the files whose names end so. */
export const listDataPaths = (extension: string) =>
  dataFiles
    .filter(({ name }) => extname(name) === extension)
    .map(({ name, content }) => ({ params: { name: name.slice(0, -extension.length) }, props: { content } }));

export const writeFile: APIRoute = ({ props }) => new Response(props['content']);
