import { type Agent, get, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** As they came, packed or not. */
  body: Buffer;
}

/** Asks for a path as it is written and follows nothing. */
export function ask(origin: string, path: string, headers: Readonly<Record<string, string>> = {}, agent?: Agent): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const request = get({ hostname, port, path, headers, ...(agent && { agent }) }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => void parts.push(part));
      response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
      response.once('error', reject);
    });
    request.setTimeout(30_000, () => request.destroy(new Error(`${path} was not answered`)));
    request.once('error', reject);
  });
}
