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
    .map(({ name, text }) => ({ params: { name: name.slice(0, -extension.length) }, props: { text } }));

export const writeText: APIRoute = ({ props }) => new Response(props['text']);
