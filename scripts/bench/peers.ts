import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { MadeDecision } from './decision.ts';
import { type Measure, measureProcess } from './measure-process.ts';
import { writeMarkdown } from './prose.ts';
import { makeDecisions } from './write-archive.ts';

/** Another way to make a site of the same text: its own files, and the commands that build it. */
interface Peer {
  name: string;
  packages: string[];
  files: Record<string, string>;
  /** Where the text of a decision goes. */
  content: string;
  extension: string;
  frontmatter: (decision: MadeDecision) => Record<string, unknown>;
  build: readonly [program: string, ...args: string[]];
  out: string;
}

const PAGEFIND = 'pagefind@1.6.0';
const frame = (title: string, body: string, open = '{{', close = '}}') =>
  `<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>${open} ${title} ${close}</title></head><body><header><a href="/">Home</a></header><main data-pagefind-body><h1>${open} ${title} ${close}</h1>${body}</main></body></html>\n`;
const plain = ({ fields, date, bodies, themes }: MadeDecision) => ({ title: fields.title, date, bodies, themes });

const peers: readonly Peer[] = [
  {
    name: 'Eleventy',
    packages: ['@11ty/eleventy@3.1.8', PAGEFIND],
    content: 'src/decisions',
    extension: 'md',
    files: {
      'package.json': '{ "type": "module" }\n',
      'eleventy.config.js': `export default () => ({ dir: { input: 'src', output: '_site' }, markdownTemplateEngine: false });\n`,
      'src/_includes/page.njk': frame('title', '{{ content | safe }}'),
      'src/index.md': '---\ntitle: Home\nlayout: page.njk\n---\n\nHome.\n',
      'src/decisions/decisions.json': '{ "layout": "page.njk" }\n',
    },
    frontmatter: plain,
    build: ['node_modules/.bin/eleventy', '--quiet'],
    out: '_site',
  },
  {
    name: 'Hugo',
    packages: [PAGEFIND],
    content: 'content/decisions',
    extension: 'md',
    files: {
      'package.json': '{}\n',
      'config.toml': `baseURL = "https://bench.example/"\ntitle = "Bench"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "section", "404"]\n`,
      'layouts/_default/single.html': frame('.Title', '{{ .Content }}'),
      'layouts/index.html': frame('.Title', 'Home.'),
    },
    frontmatter: plain,
    build: ['hugo', '--quiet'],
    out: 'public',
  },
  {
    name: 'Astro MDX',
    packages: ['astro@7.3.5', '@astrojs/mdx@8.0.2', PAGEFIND],
    content: 'src/content/decisions',
    extension: 'mdx',
    files: {
      'package.json': '{ "type": "module" }\n',
      'astro.config.mjs': `import mdx from '@astrojs/mdx';\nimport { defineConfig } from 'astro/config';\nexport default defineConfig({ integrations: [mdx()] });\n`,
      'src/content.config.ts': `import { defineCollection } from 'astro:content';\nimport { glob } from 'astro/loaders';\nexport const collections = { decisions: defineCollection({ loader: glob({ pattern: '**/*.mdx', base: './src/content/decisions' }) }) };\n`,
      'src/pages/index.astro': `<html lang="en-GB"><head><title>Home</title></head><body>Home.</body></html>\n`,
      'src/pages/decisions/[id].astro': `---\nimport { getCollection, render } from 'astro:content';\nexport async function getStaticPaths() {\n  return (await getCollection('decisions')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));\n}\nconst { entry } = Astro.props;\nconst { Content } = await render(entry);\n---\n${frame('entry.data.title', '<Content />', '{', '}')}`,
    },
    frontmatter: plain,
    build: ['node_modules/.bin/astro', 'build', '--silent'],
    out: 'dist',
  },
];

export const peerNames = peers.map(({ name }) => name);

function writeSite(folder: string, peer: Peer, count: number): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  rmSync(join(folder, peer.content), { recursive: true, force: true });
  for (const out of [peer.out, '.astro', 'resources', 'node_modules/.astro', 'node_modules/.vite'])
    rmSync(join(folder, out), { recursive: true, force: true });
  for (const [path, text] of Object.entries(peer.files)) write(path, text);
  for (const made of makeDecisions(count)) {
    const { fields } = made;
    const text = [
      `---\n${stringify(peer.frontmatter(made))}---`,
      fields.summary,
      writeMarkdown(made.sections),
      '## Quotations',
      ...made.quotes.map(({ text: words }) => `> ${words}`),
    ].join('\n\n');
    write(join(peer.content, `${made.id}.${peer.extension}`), `${text}\n`);
  }
}

function install(folder: string, peer: Peer): void {
  mkdirSync(folder, { recursive: true });
  if (existsSync(join(folder, 'node_modules', 'pagefind'))) return;
  writeFileSync(join(folder, 'package.json'), peer.files['package.json'] ?? '{}');
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', ...peer.packages], {
    cwd: folder,
    stdio: 'ignore',
  });
}

/** Builds the same text with another program, and indexes it with Pagefind, from nothing. */
export async function measurePeer(name: string, count: number, workshop: string): Promise<{ build: Measure; index: Measure }> {
  const peer = peers.find((one) => one.name === name);
  if (!peer) throw new Error(`There is no program "${name}" to compare with`);
  const folder = join(workshop, peer.name.replaceAll(' ', '-').toLowerCase());
  install(folder, peer);
  writeSite(folder, peer, count);
  const [program, ...args] = peer.build;
  const build = await measureProcess(program, args, folder, { ASTRO_TELEMETRY_DISABLED: '1' });
  const index = await measureProcess('node_modules/.bin/pagefind', ['--site', peer.out, '--silent'], folder);
  return { build, index };
}
