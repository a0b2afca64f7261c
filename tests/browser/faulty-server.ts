import { createServer, type ServerResponse } from 'node:http';
import sirv, { type RequestHandler } from 'sirv';
import { framedPolicy } from '../../src/exports/content-policy.ts';

type Answer = (response: ServerResponse) => void;

/** A server whose connection can be cut, whose site can be replaced in one step, and which can be told to answer wrongly. */
export interface FaultyServer {
  /** Ends in a slash. */
  address: string;
  /** Paths asked for, with their queries. */
  requests: string[];
  headers: Record<string, string>;
  /** What to answer for a path instead of its file. */
  faults: Map<string, Answer>;
  isCut: boolean;
  publish: (folder: string) => void;
  /** Takes every fault away. */
  mend: () => void;
  close: () => void;
}

export const answerText =
  (text: string | Buffer, status = 200, type = 'text/html'): Answer =>
  (response) => {
    response.writeHead(status, { 'Content-Type': type });
    response.end(text);
  };

export async function startFaultyServer(folder: string): Promise<FaultyServer> {
  let files: RequestHandler = sirv(folder, { dev: true, etag: true });
  const faulty: FaultyServer = {
    address: '',
    requests: [],
    headers: { 'Content-Security-Policy': framedPolicy(false) },
    faults: new Map(),
    isCut: false,
    mend: () => {
      faulty.isCut = false;
      faulty.faults.clear();
      faulty.headers = { 'Content-Security-Policy': framedPolicy(false) };
    },
    publish: (next) => void (files = sirv(next, { dev: true, etag: true })),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  const server = createServer((request, response) => {
    if (faulty.isCut) return void request.socket.destroy();
    const url = request.url ?? '';
    faulty.requests.push(url);
    for (const [name, value] of Object.entries(faulty.headers)) response.setHeader(name, value);
    const fault = faulty.faults.get(url.replace(/\?.*/, ''));
    if (fault) return fault(response);
    files(request, response, () => answerText('Not found', 404, 'text/plain')(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  faulty.address = `http://127.0.0.1:${bound && typeof bound === 'object' ? bound.port : 0}/`;
  return faulty;
}
