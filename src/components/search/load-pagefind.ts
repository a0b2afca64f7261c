import type { PagefindModule } from './engine.ts';

declare global {
  interface Window {
    /** What the script of the offline edition leaves of Pagefind. */
    upheldPagefind?: PagefindModule;
  }
}

const loadScript = (address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${address} could not be loaded`)));
    script.src = address;
    document.head.append(script);
  });

/**
 * Loads Pagefind from a folder: as the module that it is, or in the offline edition, whose pages name its root, as a script, since
 * browsers load no module from a disk. `index` is the digest of what lies there.
 */
export async function loadPagefind(folder: string, index = ''): Promise<PagefindModule> {
  const address = `${folder}pagefind.js`;
  if (document.documentElement.dataset['root'] === undefined)
    return import(/* @vite-ignore */ index ? `${address}?index=${index}` : address);
  if (!window.upheldPagefind) await loadScript(address);
  if (!window.upheldPagefind) throw new Error(`${address} is not what the offline edition makes of Pagefind`);
  return window.upheldPagefind;
}
