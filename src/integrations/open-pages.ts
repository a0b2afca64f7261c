/** A page that is open in a browser, as the server reaches it. */
interface OpenPage {
  send: (payload: object) => void;
}

/** The pages that are open in browsers, and those that are on their way there. */
export interface OpenPages {
  /** A page was asked for. It hears nothing until it has connected. */
  serve: () => void;
  /** A page has connected: what it missed on its way is told to it now. */
  connect: (page: OpenPage) => void;
  /** Something that pages show has changed: every open page is to load again. */
  reload: () => void;
  /** Shows an error in every page, also in those that connect later, until the next change. */
  showError: (error: object) => void;
}

const RELOAD = { type: 'full-reload', path: '*' };

// Astro sends an error this long after it happened. What has changed since may have mended it.
const ERROR_DELAY_MS = 200;

// A page that has not connected after this time never will: it was asked for by something that is no browser.
const LOADING_MS = 30_000;

/** Follows pages through their loading. `listOpen` lists those that are connected. */
export function followPages(listOpen: () => Iterable<OpenPage>, now: () => number = () => performance.now()): OpenPages {
  let changedAt = -Infinity;
  let served: number[] = [];
  let shown: object | undefined;
  const sendAll = (payload: object) => {
    for (const page of listOpen()) page.send(payload);
  };
  return {
    serve: () => void served.push(now()),
    connect(page) {
      const loading = served.filter((at) => at > now() - LOADING_MS);
      served = loading.slice(1);
      if (loading.some((at) => at < changedAt)) page.send(RELOAD);
      else if (shown) page.send(shown);
    },
    reload() {
      changedAt = now();
      shown = undefined;
      sendAll(RELOAD);
    },
    showError(error) {
      if (now() - changedAt < ERROR_DELAY_MS) return;
      shown = error;
      sendAll(error);
    },
  };
}
