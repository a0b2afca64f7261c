import { contentFolder, loadArchive } from '../src/graph/load-archive.ts';
import { listFixedFiles, listLooseFiles } from './schemas/editor-files.ts';
import { writeFiles } from './schemas/write-files.ts';

const root = process.cwd();
const fixed = listFixedFiles();
const loose = listLooseFiles(contentFolder(root), loadArchive(root));
const changed = writeFiles(root, new Map([...fixed, ...loose]));
console.log(`${fixed.size + loose.size} files for editors are current; ${changed.length} were written.`);
