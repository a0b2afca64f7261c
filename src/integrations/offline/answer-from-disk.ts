declare global {
  interface Window {
    /** Called by the script that stands for a file: hands over its bytes. */
    upheldFile: (base64: string) => void;
  }
}

// A browser reads no file of a disk by `fetch`, but runs a script that lies there: each file that the search may ask for lies
// beside its name as a script, and the request for it is answered by running that.
const root = new URL(document.documentElement.dataset['root'] ?? './', location.href).href;
const bytesByScript = new WeakMap<Element, Uint8Array<ArrayBuffer>>();

window.upheldFile = (base64) => {
  const script = document.currentScript;
  if (script)
    bytesByScript.set(
      script,
      Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
    );
};

const readFile = (address: string): Promise<Response> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const end = () => {
      script.remove();
      const bytes = bytesByScript.get(script);
      if (bytes) resolve(new Response(bytes));
      else reject(new TypeError(`${address} cannot be read from the disk`));
    };
    script.addEventListener('load', end);
    script.addEventListener('error', end);
    script.src = `${address}.js`;
    document.head.append(script);
  });

const fetchAny = window.fetch.bind(window);
window.fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input, location.href);
  if (!url.href.startsWith(root)) return fetchAny(input, init);
  url.search = '';
  url.hash = '';
  return readFile(url.href);
};

export {};
