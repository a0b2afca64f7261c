/** A file to write: one that is not there yet, or one that is, with its new text. */
export interface Change {
  /** Inside the content folder. */
  path: string;
  text: string;
  isNew: boolean;
}

/** Said to the editor instead of doing anything. */
export class Refusal extends Error {}

/** Works out the new text of a file; what cannot be done is told with the file it cannot be done in. */
export function changeFile(path: string, change: () => string): Change {
  try {
    return { path, text: change(), isNew: false };
  } catch (error) {
    throw new Refusal(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The items of a JSON list of objects. */
export function readItems(text: string): object[] {
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.filter((item): item is object => item instanceof Object) : [];
}

/** Whether one of the items has this id. */
export const holdsId = (items: unknown, id: string): boolean =>
  Array.isArray(items) && items.some((item: unknown) => item instanceof Object && Reflect.get(item, 'id') === id);
