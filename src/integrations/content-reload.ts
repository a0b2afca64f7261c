import { basename, relative, resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import { contentFolder, openContent } from '../graph/load-archive.ts';
import { shareArchive } from '../graph/shared-archive.ts';
import { followPages } from './open-pages.ts';
import { openRequestGate } from './request-gate.ts';

type Server = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

// Saving a file makes several events; an editor that saves to the side and renames makes more.
const SETTLED_MS = 30;

/** Makes every module that rests on the archive load again when it is next asked for. */
function forgetArchive(server: Server, door: string): void {
  for (const { moduleGraph } of Object.values(server.environments)) {
    const seen: Parameters<typeof moduleGraph.invalidateModule>[1] = new Set();
    for (const loaded of moduleGraph.getModulesByFile(door) ?? []) moduleGraph.invalidateModule(loaded, seen, Date.now(), true);
  }
}

/** A page as the server reaches it: what is sent goes past Vite, which would keep it for whoever comes next where nobody is there. */
const toPage = (socket: { send: (text: string) => void }) => ({ send: (payload: object) => socket.send(JSON.stringify(payload)) });

function followContent(server: Server, root: string): void {
  const content = contentFolder(root);
  // It stays open, so that after a change only what has changed is read and compiled again.
  const load = openContent(root, content);
  const pages = followPages(() => [...server.ws.clients].map(({ socket }) => toPage(socket)));
  const gate = openRequestGate(() => {
    shareArchive(load);
    forgetArchive(server, resolve(root, 'src/archive.ts'));
  });
  gate.change();
  const { hot } = server.environments.client;
  const send = hot.send.bind(hot);
  hot.send = (...args: [unknown, unknown?]) => {
    const [payload] = args;
    if (payload instanceof Object && Reflect.get(payload, 'type') === 'error') pages.showError(payload);
    else Reflect.apply(send, hot, args);
  };
  server.ws.on('connection', (socket) => pages.connect(toPage(socket)));
  server.middlewares.use((request, response, next) => {
    gate.enter(() => {
      if (request.headers.accept?.includes('text/html')) pages.serve();
      response.once('close', gate.leave);
      next();
    });
  });
  let timer: NodeJS.Timeout | undefined;
  server.watcher.add(content);
  server.watcher.on('all', (_event, file) => {
    if (relative(content, file).startsWith('..') || basename(file).startsWith('.')) return;
    gate.change();
    clearTimeout(timer);
    timer = setTimeout(pages.reload, SETTLED_MS);
  });
}

/**
 * In development, relinks the archive and reloads the open pages whenever a file of the content changes. No request is
 * answered from two states of the content, and no page stays on an older one.
 */
export function contentReload(): AstroIntegration {
  return {
    name: 'upheld:content-reload',
    hooks: { 'astro:server:setup': ({ server }) => followContent(server, process.cwd()) },
  };
}
