import { root } from './root.ts';

interface TrustedTypes {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => { createScriptURL: (url: string) => string };
}

declare global {
  interface Window {
    trustedTypes?: TrustedTypes;
  }
  interface Navigator {
    connection?: { saveData?: boolean };
  }
}

const KEY = `upheld ${root} offline`;

/** An address as a policy of Trusted Types lets a worker be registered; its name stands in the Content-Security-Policy. */
const trust = (address: string): string =>
  window.trustedTypes?.createPolicy('upheld-worker', { createScriptURL: () => address }).createScriptURL(address) ?? address;

/** Tries no more in this tab where an installation has failed, since each costs the reader its bytes. */
function watchInstallation(installing: ServiceWorker): void {
  installing.addEventListener('statechange', () => {
    if (installing.state === 'redundant' && !navigator.serviceWorker.controller) sessionStorage.setItem(KEY, 'failed');
  });
}

/** Waits until the page has all it needs: to install a worker is for later visits. */
const waitForLoad = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else window.addEventListener('load', () => resolve(), { once: true });
  });

async function register(): Promise<ServiceWorkerRegistration> {
  await waitForLoad();
  const registration = await navigator.serviceWorker.register(trust(`${root}worker.js`), { scope: root, updateViaCache: 'none' });
  if (registration.installing) watchInstallation(registration.installing);
  return registration;
}

async function findWorker(): Promise<ServiceWorkerRegistration | undefined> {
  // The edition on disk, an address without encryption and old browsers have none.
  if (!('serviceWorker' in navigator) || !/^https?:$/.test(location.protocol)) return undefined;
  try {
    const wish = localStorage.getItem(KEY);
    if (wish === 'no' || sessionStorage.getItem(KEY) === 'failed') return undefined;
    const known = await navigator.serviceWorker.getRegistration(root);
    return known || wish === 'yes' || !navigator.connection?.saveData ? await register() : undefined;
  } catch {
    // A store or a worker that the browser refuses means only that there is none.
    return undefined;
  }
}

/**
 * The registration of this site's worker, made if it may be; undefined where there is to be none: the reader had everything removed,
 * or asked for little data.
 */
export const ownWorker = findWorker();

/** Writes down whether this device is to hold anything. Throws where the browser keeps nothing. */
export function setWish(wish: 'yes' | 'no'): void {
  localStorage.setItem(KEY, wish);
  sessionStorage.removeItem(KEY);
}

/** Removes everything that this site holds on the device, and holds nothing more until it is asked to. */
export async function forgetAll(): Promise<void> {
  setWish('no');
  for (const name of await caches.keys()) if (name.startsWith(`upheld ${root} `)) await caches.delete(name);
  await (await navigator.serviceWorker.getRegistration(root))?.unregister();
}
