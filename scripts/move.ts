import { appendPermalinks } from '../src/graph/ledger-file.ts';
import { contentFolder, loadArchive } from '../src/graph/load-archive.ts';
import { planMove, readSubject } from '../src/graph/move.ts';
import { writePermalinkLine } from '../src/schema/permalink.ts';
import { failWithUsage, readArguments } from './read-arguments.ts';

const USAGE =
  'npm run move -- <old> <new>, each a record as event:2022-05-03-first-decision or an address as /essays/the-carer/#p-954a1cc8';

const { positionals, values } = readArguments(USAGE);
const [from, to] = positionals.map(readSubject);
if (!from || !to || positionals.length > 2) failWithUsage('Say what moved, and where it is', USAGE);

const root = process.cwd();
const content = contentFolder(root);
const { lines, faults } = planMove(from, to, loadArchive(root, content).published, values.on);
for (const fault of faults) console.error(/[.?]$/.test(fault) ? fault : `${fault}.`);
if (faults.length > 0) process.exit(1);
appendPermalinks(content, lines);
for (const line of lines) console.log(writePermalinkLine(line));
console.log(
  `${lines.length} ${lines.length === 1 ? 'line was' : 'lines were'} added to the ledger. Run npm run check: it names what else must say where it went.`,
);
