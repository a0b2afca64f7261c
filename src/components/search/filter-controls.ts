import type { FilterChoice } from './engine.ts';

/** The native selects of the filters: one value each, or all. */
export class FilterControls {
  #selects: readonly HTMLSelectElement[];

  constructor(selects: Iterable<HTMLSelectElement>) {
    this.#selects = [...selects];
  }

  get names(): string[] {
    return this.#selects.map(({ name }) => name);
  }

  /** Every value of each filter. */
  get values(): Map<string, string[]> {
    return new Map(this.#selects.map(({ name, options }) => [name, [...options].map(({ value }) => value).filter(Boolean)]));
  }

  get choice(): FilterChoice {
    return Object.fromEntries(this.#selects.filter(({ value }) => value).map(({ name, value }) => [name, value]));
  }

  /** Sets what has an option; anything else in an address is nothing. */
  set choice(choice: FilterChoice) {
    for (const select of this.#selects) {
      const value = choice[select.name] ?? '';
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
  }

  onChange(listener: () => void): void {
    for (const select of this.#selects) select.addEventListener('change', listener);
  }

  /** Writes behind every value how many entries it would leave, and closes those that would leave none. */
  printCounts(counts: ReadonlyMap<string, ReadonlyMap<string, number>>): void {
    for (const { name, options } of this.#selects) {
      for (const option of options) {
        if (!option.value) continue;
        const count = counts.get(name)?.get(option.value) ?? 0;
        option.textContent = `${option.dataset['label'] ?? option.value} (${count})`;
        option.disabled = count === 0 && !option.selected;
      }
    }
  }

  /** What one value of a filter is called beside a single entry. */
  nameOf(filter: string, value: string): string {
    const select = this.#selects.find(({ name }) => name === filter);
    const option = [...(select?.options ?? [])].find((one) => one.value === value);
    return option?.dataset['one'] ?? option?.dataset['label'] ?? value;
  }
}
