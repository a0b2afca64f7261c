import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../scripts/serve.ts';
import { precompress } from '../../src/integrations/precompress.ts';

/** Serves a copy of a site packed, as a host would: what a reader waits for is what is sent. */
export async function servePacked(site: string): Promise<{ address: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'upheld-packed-'));
  cpSync(site, folder, { recursive: true });
  precompress(folder);
  const { server, address } = await serveFolder(folder, 0);
  return {
    address,
    remove: () => {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
