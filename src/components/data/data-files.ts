import { extname } from 'node:path';
import type { APIRoute } from 'astro';
import { dataContent, dataFiles, toPaths } from '../../archive.ts';

/** The static paths of the route `[name].csv` and its like: the files whose names end so. */
export const listDataPaths = (extension: string) =>
  toPaths(
    dataFiles()
      .filter(({ name }) => extname(name) === extension)
      .map(({ name, sha256 }) => ({ params: { name: name.slice(0, -extension.length) }, props: { name, sha256 } })),
  );

/** Writes a file; the digest among its props stands for its content. */
export const writeFile: APIRoute = ({ props }) => new Response(dataContent(String(props['name'])));
