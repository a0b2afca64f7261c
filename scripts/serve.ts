import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { listHeaders } from '../src/exports/host-headers.ts';
import { mediaTypes, utf8Types } from '../src/exports/media-types.ts';

/** Serves a built site on this machine with the headers that a host should send, and packed copies where there are any; port 0 takes any free one. Resolves with the server and its address. */
export function serveFolder(folder: string, port: number, base = '/'): Promise<{ server: Server; address: string }> {
  const files = sirv(folder, {
    dev: true,
    etag: true,
    gzip: true,
    brotli: true,
    // Sirv has no type for BibTeX and RIS, by which a reference manager knows them.
    setHeaders: (response, path) => {
      const type = mediaTypes.find(([ending]) => path.endsWith(`.${ending}`))?.[1];
      if (type) response.setHeader('Content-Type', utf8Types.includes(type) ? `${type};charset=utf-8` : type);
    },
  });
  const server = createServer((request, response) => {
    const prefix = base.replace(/\/$/, '');
    if (request.url?.startsWith(prefix)) request.url = request.url.slice(prefix.length) || '/';
    for (const [name, value] of listHeaders(request.url ?? '/')) response.setHeader(name, value);
    files(request, response, () => {
      const page = join(folder, '404.html');
      // Whatever its path, what is not there may be there tomorrow.
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
      response.end(existsSync(page) ? readFileSync(page) : 'Not found');
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address();
      const chosen = bound && typeof bound === 'object' ? bound.port : port;
      resolve({ server, address: `http://127.0.0.1:${chosen}${base}` });
    });
  });
}
