import type { Origin, Published } from '../../worker/messages.ts';
import { askWorker } from './ask-worker.ts';
import { createElement } from './create-element.ts';
import { ownWorker } from './find-worker.ts';
import { reasonWords, sayAnswered } from './offline-words.ts';
import { root } from './root.ts';

/**
 * Says, in words on the page, that it was read from this device and of which edition it is, or that a newer one was published
 * since it was opened. Says nothing where a page came from the site and stands there still.
 */
class HeldNote extends HTMLElement {
  #digest: string | undefined;

  connectedCallback(): void {
    this.role = 'status';
    void this.#begin();
  }

  async #begin(): Promise<void> {
    const registration = await ownWorker;
    if (!registration) return;
    const { serviceWorker } = navigator;
    serviceWorker.addEventListener('message', ({ data }: MessageEvent<Published>) => this.#tellPublished(data));
    serviceWorker.startMessages();
    this.#lookForEditions(registration);
    if (!serviceWorker.controller) return;
    const origin = await askWorker(serviceWorker.controller, { ask: 'origin' });
    this.#digest = origin.digest;
    this.#tellOrigin(origin);
  }

  /** The browser itself asks at every page; a page that stays open asks when the reader comes back to it, or the connection does. */
  #lookForEditions(registration: ServiceWorkerRegistration): void {
    const look = () => void registration.update().catch(() => undefined);
    addEventListener('online', look);
    document.addEventListener('visibilitychange', () => void (document.visibilityState === 'visible' && look()));
  }

  #tellOrigin({ reason, asOf, answered }: Origin): void {
    if (!reason) return;
    const words = [reasonWords[reason], sayAnswered(answered), `You are reading the edition of ${asOf}, which this device holds.`];
    this.#say(
      `${words.filter(Boolean).join(' ')} `,
      createElement('a', { href: `${root}offline/`, textContent: 'What this device holds' }),
      ' ',
      createElement('button', { type: 'button', textContent: 'Try again', onclick: () => location.reload() }),
    );
  }

  #tellPublished({ say, digest }: Published): void {
    if (say !== 'published' || !this.#digest || digest === this.#digest) return;
    this.#say(
      'This page has changed since you opened it. ',
      createElement('button', { type: 'button', textContent: 'Read it as it stands now', onclick: () => location.reload() }),
    );
  }

  #say(...words: (string | Node)[]): void {
    this.replaceChildren(createElement('p', {}, ...words));
  }
}

customElements.define('held-note', HeldNote);
