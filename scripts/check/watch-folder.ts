import { existsSync, type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

const listFolders = (folder: string): string[] =>
  existsSync(folder)
    ? [
        folder,
        ...readdirSync(folder, { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .flatMap(({ name }) => listFolders(join(folder, name))),
      ]
    : [];

// Saving a file makes several events; an editor that saves to the side and renames makes more.
const SETTLED_MS = 30;

/** Calls `onChange` once after each burst of changes in a folder or the folders in it. Returns how to stop. */
export function watchFolder(root: string, onChange: () => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  const follow = () => {
    const folders = listFolders(root);
    for (const [folder, watcher] of watchers) {
      if (folders.includes(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders) {
      if (watchers.has(folder)) continue;
      const watcher = watch(folder, schedule);
      // A folder that is removed ends its watcher with an error; the next round leaves it out.
      watcher.on('error', schedule);
      watchers.set(folder, watcher);
    }
  };
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      follow();
      onChange();
    }, SETTLED_MS);
  };
  follow();
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}
