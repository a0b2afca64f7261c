import { resolve } from 'node:path';
import type { LoadedArchive } from '../../src/graph/load-archive.ts';
import { listLooseFiles } from './editor-files.ts';
import { writeFiles } from './write-files.ts';

/** Brings the ids that editors complete up to date. They are those of the project's own content, and of no other. */
export function refreshEditorFiles(root: string, content: string, loaded: LoadedArchive): void {
  if (content === resolve(root, 'content')) writeFiles(root, listLooseFiles(content, loaded));
}
