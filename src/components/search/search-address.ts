import type { FilterChoice } from './engine.ts';

/** What a person asks for: the words as typed, and the filters that are set. */
export interface Asked {
  text: string;
  choice: FilterChoice;
}

/** Reads `?q=...&kind=...`. Filters of other names are no filters of ours. */
export function readSearchAddress(search: string, filters: readonly string[]): Asked {
  const parameters = new URLSearchParams(search);
  const pairs = filters.map((name) => [name, parameters.get(name) ?? '']).filter(([, value]) => value);
  return { text: parameters.get('q') ?? '', choice: Object.fromEntries(pairs) };
}

/** The part of the address after the path that asks for the same again, or nothing. */
export function writeSearchAddress({ text, choice }: Asked): string {
  const pairs = Object.entries(choice).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const parameters = new URLSearchParams([...(text.trim() ? [['q', text.trim()]] : []), ...pairs]);
  return parameters.size > 0 ? `?${parameters}` : '';
}
