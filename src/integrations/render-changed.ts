import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { Output } from '../build/manifest.ts';
import { digestContent, openOutputs, type Outputs } from '../build/outputs.ts';
import { readPageFacts } from '../build/page-facts.ts';
import { isInPart } from '../build/part.ts';
import { forbidReads, hasReadChanged, seedReads, traceReads } from '../build/reads.ts';
import { getSession } from '../build/session.ts';
import { advanceStage, sumStage } from '../compile/stages.ts';
import type { Publication } from '../exports/publication.ts';
import { getArchive } from '../graph/shared-archive.ts';
import { writeCiteFiles } from './cite-files.ts';
import { writeDataFiles } from './data-files.ts';

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** The file that Astro writes for a path with `build.format: 'directory'`. */
function toOutputFile(pathname: string, type: string): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type === 'endpoint') return path;
  if (path === '404' || path === '500') return `${path}.html`;
  return path === '' ? 'index.html' : `${path}/index.html`;
}

/** The digest of what its route gives a page. */
function keyOf({ cacheKey, route }: Path): string {
  if (cacheKey === undefined && route.params.length > 0)
    throw new Error(
      `${route.component} gives paths without a digest of what they give their pages. Pass them through toPaths of src/archive.ts`,
    );
  return cacheKey ?? '';
}

/** Loads every module of the pages, so that none loads while a page renders. */
async function loadModules(folder: string): Promise<void> {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.mjs')) await import(pathToFileURL(join(folder, file)).href);
}

/**
 * Renders the pages that would come out otherwise than in the last build, and takes the others from there. A page is known by
 * what its route gave it and by everything that it read.
 */
export function renderChanged(): AstroIntegration {
  let site = '';
  let base = '';
  let publication: Publication = { site: '', base: '/' };
  let outputs: Outputs;
  const session = getSession();
  const rendered: Omit<Output, 'size' | 'mtimeMs'>[] = [];
  const keyByFile = new Map<string, string>();

  let selected = 0;
  const sayHowFar = () => {
    advanceStage(session.counts.rendered, selected);
    sumStage(`${session.counts.rendered} pages rendered, ${session.counts.skipped} as before`);
  };

  const isSame = (output: Output | undefined, key: string): output is Output =>
    output?.key === key && !output.reads.some(hasReadChanged) && outputs.take(output);

  const selectChanged = (paths: readonly Path[]): Path[] => {
    if (session.previous) seedReads(session.previous.manifest.table);
    const changed = paths.filter((path) => {
      const file = toOutputFile(path.pathname, path.route.type);
      if (keyByFile.has(file)) throw new Error(`Two routes make ${file}; one is ${path.route.component}. Give one of them another path`);
      const key = keyOf(path);
      keyByFile.set(file, key);
      if (session.part && !isInPart(session.part, file)) return false;
      if (isSame(outputs.findLast(file), key)) {
        session.counts.skipped += 1;
        return false;
      }
      outputs.clear(file);
      return true;
    });
    selected = changed.length;
    sayHowFar();
    return changed;
  };

  const toPrerenderer = (astro: AstroPrerenderer): AstroPrerenderer => ({
    ...astro,
    name: 'upheld:render-changed',
    async getStaticPaths() {
      await forbidReads(() => loadModules(join(site, '.prerender')));
      return selectChanged(await astro.getStaticPaths());
    },
    async render(request, options) {
      const pathname = decodeURI(new URL(request.url).pathname).slice(base.length);
      const file = toOutputFile(pathname, options.routeData.type);
      const { made, trace } = await traceReads(async () => {
        const result = await astro.render(request, options);
        const response = result instanceof Response ? result : result.response;
        return { response, body: Buffer.from(await response.arrayBuffer()) };
      });
      const key = keyByFile.get(file);
      if (key === undefined) throw new Error(`${file} was rendered, and no route gave its path`);
      const facts = file.endsWith('.html') ? readPageFacts(made.body) : {};
      rendered.push({ file, key, reads: [...trace], hash: digestContent(made.body), ...facts });
      session.counts.rendered += 1;
      sayHowFar();
      return new Response(made.body, made.response);
    },
  });

  return {
    name: 'upheld:render-changed',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = fileURLToPath(config.outDir);
        base = config.base.replace(/\/$/, '');
        publication = { site: config.site ?? '', base: config.base };
        outputs = openOutputs(site);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer(toPrerenderer);
      },
      'astro:build:done': () => {
        for (const output of rendered) outputs.enter(output);
        writeDataFiles(outputs, getArchive(process.cwd()), publication);
        writeCiteFiles(outputs, getArchive(process.cwd()), publication);
        outputs.sweep();
      },
    },
  };
}
