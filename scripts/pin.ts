import { loadArchive } from '../src/graph/load-archive.ts';
import { applyPins, planPins } from '../src/graph/pin.ts';

const root = process.cwd();
const { pins, open } = planPins(loadArchive(root).published);
const written = applyPins(root, pins);

for (const { file, line, ids, into } of written) {
  console.log(
    `${file}:${line}:1 ${ids.map((id) => `#${id}`).join(' and ')} now ${ids.length === 1 ? 'leads' : 'lead'} to this paragraph (#${into}).`,
  );
}
if (written.length > 0)
  console.log(
    'See that each is the same passage. Its words have changed, so a correction must say how: npm run check names the ones that have none.',
  );
const left = [
  ...open.flatMap(({ path, lost }) => lost.map((id) => `${path}#${id}`)),
  ...pins.filter((pin) => !written.includes(pin)).flatMap(({ ids }) => ids),
];
if (left.length > 0) {
  console.error(`The neighbours do not show where ${left.join(', ')} went. npm run check says what to do.`);
  process.exitCode = 1;
} else if (written.length === 0) console.log('Every published paragraph is where it was.');
