import { relative, resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import { contentFolder } from '../graph/load-archive.ts';

/** In development, relinks the archive and reloads the page whenever a file of the content changes. */
export function contentReload(): AstroIntegration {
  const root = process.cwd();
  const content = contentFolder(root);
  const door = resolve(root, 'src/archive.ts');
  const isContent = (file: string) => !relative(content, file).startsWith('..');
  return {
    name: 'upheld:content-reload',
    hooks: {
      'astro:config:setup': ({ addWatchFile, command, updateConfig }) => {
        if (command !== 'dev') return;
        addWatchFile(new URL(`file://${door}`));
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'upheld:content-reload',
                configureServer: (server) => void server.watcher.add(content),
                hotUpdate: {
                  order: 'pre',
                  handler({ file, modules }) {
                    if (!isContent(file)) return undefined;
                    const linked = [...(this.environment.moduleGraph.getModulesByFile(door) ?? [])];
                    return [...modules, ...linked];
                  },
                },
              },
            ],
          },
        });
      },
    },
  };
}
