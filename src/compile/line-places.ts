/** Where something stands in a text, both counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Finds the place of any offset of a text. */
export function openPlaces(text: string): (offset: number) => Place {
  let starts: number[] | undefined;
  const findStarts = () => {
    const found = [0];
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) found.push(end + 1);
    return found;
  };
  return (offset) => {
    starts ??= findStarts();
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
