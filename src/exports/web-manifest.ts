import type { Archive } from '../graph/archive.ts';

/** The icons in `public/icons`, drawn once from `icon.svg`. */
const icons = [
  { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
  { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
  { src: 'icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
];

/** The web app manifest; its addresses are relative to itself, so that it holds under any base. */
export function toWebManifest({ settings }: Pick<Archive, 'settings'>): string {
  const { title, subject } = settings;
  const manifest = {
    id: './',
    name: title,
    short_name: title,
    description: subject,
    lang: 'en-GB',
    dir: 'ltr',
    start_url: './',
    scope: './',
    // With its own window, but with an address that can be seen and copied.
    display: 'minimal-ui',
    background_color: '#fbf9f4',
    theme_color: '#7c2529',
    icons,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
