import type { Holding } from '../../worker/messages.ts';
import { askWorker } from './ask-worker.ts';
import { createElement } from './create-element.ts';
import { ownWorker } from './find-worker.ts';
import { root } from './root.ts';

/** Lets the reader keep the decision of this page, with its quotations and its timeline. Where the whole record is held, says that. */
class KeepDecision extends HTMLElement {
  async connectedCallback(): Promise<void> {
    if (!(await ownWorker)) return;
    const { active } = await navigator.serviceWorker.ready;
    if (active) await this.#show(active);
  }

  /** The pages of this decision, its own first. */
  get #paths(): string[] {
    const ref = location.pathname.split('/').at(-2) ?? '';
    const places = [`${root}decisions/${ref}/`, `${root}quotes/${ref}/`, `${root}timeline/decision/${ref}/`];
    const linked = [...document.querySelectorAll<HTMLAnchorElement>('main a[href]')].map(({ pathname }) => pathname);
    const own = linked.filter((path) => path.endsWith('/') && places.some((place) => path.startsWith(place)));
    return [...new Set([location.pathname, ...own])].map((path) => path.slice(root.length));
  }

  async #show(worker: ServiceWorker, fault = ''): Promise<void> {
    const holding = await askWorker(worker, { ask: 'holding' });
    this.replaceChildren(createElement('p', { className: 'meta' }, ...this.#say(worker, holding), fault));
  }

  #say(worker: ServiceWorker, { whole, kept }: Holding): (string | Node)[] {
    const paths = this.#paths;
    const link = createElement('a', { href: `${root}offline/`, textContent: 'What this device holds' });
    if (whole) return ['This device holds the whole record, this decision included. ', link];
    if (kept.some((decision) => decision.paths[0] === paths[0])) return ['Kept offline on this device. ', link];
    return [
      createElement('button', { type: 'button', textContent: 'Keep this decision offline', onclick: () => void this.#keep(worker, paths) }),
      ' ',
    ];
  }

  async #keep(worker: ServiceWorker, paths: readonly string[]): Promise<void> {
    // Granted or not, the decision is kept; granted, the browser does not clear it away by itself.
    await navigator.storage.persist().catch(() => false);
    const title = document.querySelector('h1')?.textContent ?? document.title;
    const { fault } = await askWorker(worker, { ask: 'keep', decision: { title, paths } });
    await this.#show(worker, fault && `It could not be kept: ${fault}`);
  }
}

customElements.define('keep-decision', KeepDecision);
