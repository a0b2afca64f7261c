import type { AstroIntegration } from 'astro';
import { citeFormats } from '../graph/urls.ts';

const DATA = ['csv', 'json', 'jsonld', 'txt'];

/**
 * In development, where nothing is written, routes answer for the files that a build writes apart from its pages. Each has the end of
 * its names in its pattern: Astro gives the address of anything else a stroke at its end.
 */
export function fileRoutes(): AstroIntegration {
  return {
    name: 'upheld:file-routes',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return;
        for (const end of citeFormats)
          injectRoute({ pattern: `/[...page]/cite.${end}`, entrypoint: './src/components/cite/cite-route.ts' });
        for (const end of DATA) injectRoute({ pattern: `/data/[name].${end}`, entrypoint: './src/components/data/data-route.ts' });
      },
    },
  };
}
