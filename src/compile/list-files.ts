import { readdirSync } from 'node:fs';

/**
 * Every file below a folder, as its path from there with plain strokes, in the order of the disk. A site has a hundred thousand files, and
 * Node’s own listing of folders within folders asks for each of them once more.
 */
export function listFiles(folder: string): string[] {
  const files: string[] = [];
  const walk = (path: string, below: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) walk(`${path}/${entry.name}`, `${below}${entry.name}/`);
      else files.push(below + entry.name);
    }
  };
  walk(folder, '');
  return files;
}
