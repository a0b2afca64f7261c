/** An element with properties of its own and what it holds. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  own: Partial<HTMLElementTagNameMap[K]>,
  ...held: (string | Node)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), own);
  element.append(...held);
  return element;
}
