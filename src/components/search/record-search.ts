import type { EngineHit } from './engine.ts';
import { passesAll, weighByKind } from './facets.ts';
import { FilterControls } from './filter-controls.ts';
import { FilterCounts } from './filter-counts.ts';
import { findHits, type Outcome } from './find-hits.ts';
import { markRequests } from './mark-requests.ts';
import { openIndex, type OpenIndex } from './open-index.ts';
import { parseQuery, type Query } from './parse-query.ts';
import { createElement, createResult } from './result-item.ts';
import { readSearchAddress, writeSearchAddress } from './search-address.ts';
import { readSpellings, type Spellings } from './spellings.ts';

/** Results shown at first, and with every "more". */
const PAGE = 10;
const TYPING_PAUSE = 250;
const PATIENCE = 600;

const NOTHING: Outcome = { hits: [], unknown: [], partial: false, unread: false };

const NO_WORDS = 'There is no word or number in that to search for.';

const inMarks = (words: readonly string[]) => words.map((word) => `“${word}”`).join(' or ');

/** What a search came to, in sentences that are shown and read out. */
function describeOutcome(count: number, { unknown, partial, unread }: Outcome, filtered: boolean): string[] {
  const found = count === 0 ? 'Nothing found' : `${count} ${count === 1 ? 'entry' : 'entries'} found`;
  return [
    `${found}${filtered ? ' under these filters' : ''}.`,
    ...(unknown.length > 0 ? [`The record does not have ${inMarks(unknown)}.`] : []),
    ...(partial && count > 0 ? ['Not every entry has every word; the fullest come first.'] : []),
    ...(unread ? ['Only the best matches were read for the exact words.'] : []),
  ];
}

/**
 * Search over the whole record, in the page itself. Reads and writes `?q=` and one parameter a filter, and loads the index when
 * it is first needed. `data-base` is the site's path without a final slash, `data-page-file` the name of each page's file where addresses
 * must have it, `data-spellings` the variants of each term as JSON, and `data-index`, which the build adds, the digest of the index.
 */
class RecordSearch extends HTMLElement {
  #opened: Promise<OpenIndex> | undefined;
  #spellings: Spellings = readSpellings([]);
  #filters = new FilterControls([]);
  #counts = new FilterCounts(this.#filters);
  #query: Query = parseQuery('', this.#spellings);
  #hits: readonly EngineHit[] = [];
  #shown = 0;
  #turn = 0;
  #timer = 0;

  connectedCallback(): void {
    const lists: unknown = JSON.parse(this.dataset['spellings'] ?? '[]');
    if (Array.isArray(lists)) this.#spellings = readSpellings(lists);
    this.#filters = new FilterControls(this.querySelectorAll('select'));
    this.#counts = new FilterCounts(this.#filters);
    this.classList.add('live');

    const { text, choice } = readSearchAddress(location.search, this.#filters.names);
    this.#input.value = text;
    this.#filters.choice = choice;
    const narrow = this.#find('details', HTMLDetailsElement);
    narrow.open = matchMedia('(min-width: 64rem)').matches || this.#isFiltered;
    for (const turn of ['pointerenter', 'focusin']) narrow.addEventListener(turn, () => void (this.#isAsked && this.#counts.want()));

    const { index } = this.dataset;
    if (index) markRequests(this.#folder, index);
    const answer = () => void this.#answer();
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(answer, TYPING_PAUSE);
    });
    this.#find('form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#timer);
      answer();
    });
    this.#filters.onChange(answer);
    this.#find('.clear-filters', HTMLButtonElement).addEventListener('click', () => {
      this.#filters.choice = {};
      answer();
    });
    this.#find('.more', HTMLButtonElement).addEventListener('click', () => void this.#showMore());
    // Early loading is a courtesy: a search that follows says what went wrong.
    this.#input.addEventListener('focus', () => void this.#open().catch(() => undefined), { once: true });
    if (this.#isAsked) answer();
  }

  #find<T extends Element>(selector: string, type: new () => T): T {
    const element = this.querySelector(selector);
    if (!(element instanceof type)) throw new Error(`The search has no ${selector}`);
    return element;
  }

  get #input() {
    return this.#find('input[name="q"]', HTMLInputElement);
  }

  get #list() {
    return this.#find('.result-list', HTMLOListElement);
  }

  get #isFiltered() {
    return Object.keys(this.#filters.choice).length > 0;
  }

  get #isAsked() {
    return this.#input.value.trim() !== '' || this.#isFiltered;
  }

  get #folder() {
    return new URL(`${this.dataset['base'] ?? ''}/pagefind/`, location.href).href;
  }

  #open(): Promise<OpenIndex> {
    const [folder, isLarge, digest] = [this.#folder, this.hasAttribute('data-large'), this.dataset['index']];
    this.#opened ??= openIndex({ folder, isLarge, digest, values: this.#filters.values }).catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }

  #report(sentences: readonly string[]): void {
    this.#find('[role="status"]', HTMLElement).replaceChildren(...sentences.map((sentence) => createElement('p', '', sentence)));
  }

  #writeAddress(): void {
    const address = writeSearchAddress({ text: this.#input.value, choice: this.#filters.choice });
    if (address !== location.search) history.replaceState(null, '', address || location.pathname);
  }

  async #answer(): Promise<void> {
    const turn = ++this.#turn;
    this.#writeAddress();
    this.toggleAttribute('data-asked', this.#isAsked);
    this.#find('.clear-filters', HTMLButtonElement).hidden = !this.#isFiltered;
    if (!this.#isAsked) return this.#report([]);
    const patience = window.setTimeout(() => turn === this.#turn && this.#report(['Searching …']), PATIENCE);
    try {
      await this.#search(() => turn === this.#turn);
    } catch (error) {
      console.error(error);
      if (turn === this.#turn) this.#fail();
    } finally {
      clearTimeout(patience);
    }
  }

  async #search(isCurrent: () => boolean): Promise<void> {
    const { engine, readFacets, kindOf, hasFacets } = await this.#open();
    const { choice } = this.#filters;
    const query = parseQuery(this.#input.value, this.#spellings);
    const outcome =
      query.terms.length > 0
        ? await findHits(engine, query, this.#spellings, weighByKind(kindOf, query.kind))
        : { ...NOTHING, hits: this.#isFiltered ? await engine.filter(choice) : [] };
    if (!isCurrent()) return;
    this.#query = query;
    // Where nothing is filtered, the first results need not wait for what is counted beside them.
    const facets = this.#isFiltered || hasFacets ? await readFacets() : undefined;
    this.#hits = facets ? outcome.hits.filter(({ id }) => passesAll(facets, id, choice)) : outcome.hits;
    this.#shown = 0;
    const items = await this.#createItems();
    if (!isCurrent()) return;
    this.#list.replaceChildren(...items);
    this.#counts.setFound({ ids: outcome.hits.map(({ id }) => id), choice, readFacets }, facets !== undefined);
    const isWordless = query.terms.length === 0 && !this.#isFiltered;
    this.#report(isWordless ? [NO_WORDS] : describeOutcome(this.#hits.length, outcome, this.#isFiltered));
    this.dataset['state'] = this.#hits.length > 0 ? 'found' : 'nothing';
  }

  #fail(): void {
    this.#list.replaceChildren();
    this.#find('.more', HTMLButtonElement).hidden = true;
    this.dataset['state'] = 'failed';
    this.#report(['Search could not be loaded. Try again in a while; until then, the index below leads to everything in the record.']);
  }

  async #createItems(): Promise<HTMLLIElement[]> {
    const nameOf = (filter: string, value: string) => this.#filters.nameOf(filter, value);
    const root = { base: this.dataset['base'] ?? '', index: this.dataset['pageFile'] ?? '' };
    const context = { root, query: this.#query, spellings: this.#spellings, nameOf };
    const next = this.#hits.slice(this.#shown, this.#shown + PAGE);
    const items = await Promise.all(next.map(async ({ words, load }) => createResult(await load(), words, context)));
    this.#shown += next.length;
    const left = this.#hits.length - this.#shown;
    const more = this.#find('.more', HTMLButtonElement);
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(PAGE, left)} more of ${left}`;
    return items;
  }

  async #showMore(): Promise<void> {
    const items = await this.#createItems();
    this.#list.append(...items);
    items[0]?.querySelector('a')?.focus();
  }
}

customElements.define('record-search', RecordSearch);
