// @ts-check
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { billOfMaterials } from './src/integrations/bill-of-materials.ts';
import { checksums } from './src/integrations/checksums.ts';
import { contentReload } from './src/integrations/content-reload.ts';
import { fileRoutes } from './src/integrations/file-routes.ts';
import { hostHeaders } from './src/integrations/host-headers.ts';
import { installedSite } from './src/integrations/installed-site.ts';
import { asStage, measureRendering } from './src/integrations/measure-stages.ts';
import { offlineEdition } from './src/integrations/offline-edition.ts';
import { permalinkFiles, permalinkLedger } from './src/integrations/permalink-ledger.ts';
import { renderChanged } from './src/integrations/render-changed.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { shareCards } from './src/integrations/share-cards.ts';
import { sitemap } from './src/integrations/sitemap.ts';
import { withheldWords } from './src/integrations/withheld-words.ts';
import { rehypePermalinks } from './src/plugins/rehype-permalinks.ts';
import { remarkHeadingAnchors } from './src/plugins/remark-heading-anchors.ts';
import { remarkParagraphAnchors } from './src/plugins/remark-paragraph-anchors.ts';

// A part of a build has pages and cards. What is made of the whole site is made when its parts are merged.
const ofWhole = process.env.UPHELD_SHARD
  ? []
  : [
      asStage('index', searchIndex()),
      asStage('sitemap', sitemap()),
      asStage('permalinks', permalinkFiles()),
      asStage('offline', offlineEdition()),
      asStage('bill', billOfMaterials()),
      asStage('worker', installedSite()),
      asStage('headers', hostHeaders()),
      asStage('permalinks', permalinkLedger()),
      asStage('withheld', withheldWords()),
      asStage('checksums', checksums()),
    ];

export default defineConfig({
  site: process.env.UPHELD_SITE ?? 'https://upheld.example',
  base: process.env.UPHELD_BASE ?? '/',
  outDir: process.env.UPHELD_STAGE ?? '.upheld/builds/astro',
  cacheDir: '.upheld/astro',
  trailingSlash: 'always',
  compressHTML: true,
  // Styles and scripts are files: the Content-Security-Policy allows nothing inline.
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  // A build may begin in the folder of an older site (publish-folder.ts), and takes from it what has not changed.
  vite: { build: { assetsInlineLimit: 0, emptyOutDir: false } },
  markdown: {
    processor: unified({
      smartypants: false,
      remarkPlugins: [remarkHeadingAnchors, remarkParagraphAnchors],
      rehypePlugins: [rehypePermalinks],
    }),
    syntaxHighlight: false,
  },
  devToolbar: { enabled: false },
  integrations: [measureRendering(), mdx(), contentReload(), fileRoutes(), renderChanged(), asStage('cards', shareCards()), ...ofWhole],
});
