import type { FilterChoice } from './engine.ts';
import { countChoices, type Facets } from './facets.ts';
import type { FilterControls } from './filter-controls.ts';

/** The entries that a search found whatever the filters say, what was chosen in these, and where the facets of all entries are. */
interface Found {
  ids: readonly string[];
  choice: FilterChoice;
  readFacets: () => Promise<Facets>;
}

/** The numbers beside the filters. In a large index they are more to load than an answer is, so they come when a reader turns to the filters. */
export class FilterCounts {
  #controls: FilterControls;
  #found: Found | undefined;
  #wanted = false;

  constructor(controls: FilterControls) {
    this.#controls = controls;
  }

  /** Counts what was found: now where `atOnce` or a reader has turned to the filters, and else when one does. */
  setFound(found: Found, atOnce: boolean): void {
    this.#found = found;
    if (atOnce || this.#wanted) void this.#print(found);
  }

  /** From now on the numbers are wanted. */
  want(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    if (this.#found) void this.#print(this.#found);
  }

  async #print(found: Found): Promise<void> {
    const facets = await found.readFacets().catch(() => undefined);
    if (facets && found === this.#found) this.#controls.printCounts(countChoices(facets, found.ids, found.choice));
  }
}
