import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { toCaddyHeaders, toHeadersFile, toNginxHeaders } from '../exports/host-headers.ts';

/** Writes the headers that each kind of host should send, in its own language. */
export function hostHeaders(): AstroIntegration {
  let base = '';
  return {
    name: 'upheld:host-headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
        const files = {
          _headers: toHeadersFile(
            folders.map(({ name }) => name),
            base,
          ),
          '_headers.nginx.conf': toNginxHeaders(base),
          '_headers.caddy': toCaddyHeaders(base),
        };
        for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      },
    },
  };
}
