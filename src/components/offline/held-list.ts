import type { Holding, KeptDecision } from '../../worker/messages.ts';
import { askWorker } from './ask-worker.ts';
import { createElement } from './create-element.ts';
import { forgetAll, ownWorker, setWish } from './find-worker.ts';
import { formatBytes, sayAnswered } from './offline-words.ts';
import { root } from './root.ts';

const sayHeld = ({ whole, files, bytes, asOf }: Holding): string =>
  `${whole ? 'The whole record' : 'The lists and the search'}, in the edition of ${asOf}: ${files} files, ${formatBytes(bytes)}.`;

/** Shows what the device holds, and takes it away. Where it stands in for a page that is not held, it says so first. */
class HeldList extends HTMLElement {
  async connectedCallback(): Promise<void> {
    if (location.pathname !== `${root}offline/`) this.#standIn();
    const registration = await ownWorker;
    if (!registration) return this.#offer();
    if (!registration.active)
      this.#print('.held-state', createElement('p', {}, 'The record is being put on this device. This takes a moment.'));
    const { active } = await navigator.serviceWorker.ready;
    if (active) await this.#show(active);
  }

  #print(selector: string, ...words: (string | Node)[]): void {
    this.querySelector(selector)?.replaceChildren(...words);
  }

  #standIn(): void {
    document.title = 'Not held on this device';
    this.#print('h1', 'This page is not held on this device');
    this.#print(
      '.lead',
      `There is no connection, and ${location.pathname} has not been kept here. Search what has, or try again when there is a connection.`,
    );
  }

  /** Where nothing is held, because the reader or the browser wants it so. */
  #offer(): void {
    this.#print('.held-state', createElement('p', {}, 'Nothing of this record is held on this device.'));
    if ('serviceWorker' in navigator)
      this.#print(
        '.held-choices',
        this.#button('Hold it on this device', () => setWish('yes')),
      );
  }

  /** A button that does something and then loads the page again. */
  #button(textContent: string, act: () => void | Promise<void>): HTMLButtonElement {
    const onclick = async () => {
      await act();
      location.reload();
    };
    return createElement('button', { type: 'button', textContent, onclick: () => void onclick() });
  }

  async #show(worker: ServiceWorker): Promise<void> {
    const holding = await askWorker(worker, { ask: 'holding' });
    const visited = `${holding.visited.length} ${holding.visited.length === 1 ? 'page' : 'pages'} that you have opened.`;
    this.#print(
      '.held-state',
      ...[sayHeld(holding), holding.whole ? '' : visited, sayAnswered(holding.answered)]
        .filter(Boolean)
        .map((words) => createElement('p', {}, words)),
    );
    this.#print('.held-kept', ...(holding.whole ? [] : holding.kept).map((decision) => this.#toItem(worker, decision)));
    const removeVisited = this.#button(
      'Remove the pages that you have opened',
      async () => void (await askWorker(worker, { ask: 'forget-visited' })),
    );
    this.#print('.held-choices', ...(holding.visited.length > 0 ? [removeVisited, ' '] : []), this.#button('Remove everything', forgetAll));
    if (!holding.whole) this.#searchHere(worker);
  }

  #toItem(worker: ServiceWorker, { title, paths: [path = ''], paths }: KeptDecision): HTMLLIElement {
    const remove = this.#button('Remove', async () => void (await askWorker(worker, { ask: 'release', path })));
    remove.ariaLabel = `Remove ${title}`;
    return createElement(
      'li',
      {},
      createElement('a', { href: root + path, textContent: title }),
      ` ${paths.length} ${paths.length === 1 ? 'page' : 'pages'} `,
      remove,
    );
  }

  /** Searches the pages themselves: the index of a large record knows pages that are not here, and may not be here itself. */
  #searchHere(worker: ServiceWorker): void {
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      const text = String(new FormData(form).get('q') ?? '');
      void this.#search(worker, text.toLowerCase().split(/\s+/).filter(Boolean));
    });
  }

  async #search(worker: ServiceWorker, words: readonly string[]): Promise<void> {
    const passages = words.length > 0 ? await askWorker(worker, { ask: 'search', words }) : [];
    const items = passages.map(({ path, title, excerpt }) =>
      createElement(
        'li',
        {},
        createElement('a', { href: root + path, textContent: title }),
        createElement('p', { className: 'meta', textContent: `… ${excerpt} …` }),
      ),
    );
    const count =
      passages.length === 1
        ? 'One page on this device has every word.'
        : `${passages.length || 'No'} pages on this device have every word.`;
    this.#print('.held-found', createElement('p', {}, count), createElement('ul', { className: 'gone' }, ...items));
  }
}

customElements.define('held-list', HeldList);
