import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatProblem } from '../../src/compile/problem.ts';
import { buildArchive, type LinkedArchive } from '../../src/graph/build-archive.ts';
import { listHiddenCharacters } from '../../src/schema/text.ts';
import { known, share, SLOWEST } from './cases.ts';
import { openCompiler } from './compile-once.ts';
import { type HostileFile, makeHostileArchive, makeHostileFile, makeHostileSources } from './hostile-archive.ts';
import { hostileFields } from './hostile-records.ts';
import { honestText, hostileText } from './hostile-text.ts';
import { judgeProblems } from './judge-problems.ts';
import { findMarked, isUnchanged } from './marked.ts';
import { listOutputs } from './read-outputs.ts';

const folders = Object.keys(hostileFields);

/** What an archive is made of: the texts of each kind of record and how it is written, the sources last. */
const archiveOf = (text: fc.Arbitrary<string>) =>
  fc.array(fc.tuple(fc.array(text, { minLength: 1, maxLength: 12 }), fc.nat(7)), {
    minLength: folders.length + 1,
    maxLength: folders.length + 1,
  });

const makeFiles = (made: readonly (readonly [string[], number])[]): HostileFile[] =>
  made.map(([texts, style], index) => {
    const folder = folders[index];
    return folder === undefined ? makeHostileSources(texts) : makeHostileFile(folder, texts, style);
  });

/** Every text that is not what it was in some output, and every text that some data lack. */
function listChanged(files: readonly HostileFile[], { archive, problems }: LinkedArchive): string[] {
  if (!archive) return problems.map(formatProblem);
  const fields = new Map(files.flatMap((file) => [...file.fields]));
  const bodies = new Map(files.flatMap((file) => [...file.body]));
  return listOutputs(archive).flatMap(({ name, prose, strings }) => {
    const found = strings.flatMap(findMarked);
    const changed = found.filter(
      (one) => !isUnchanged(one, fields.get(one.number) ?? bodies.get(one.number) ?? '', prose || bodies.has(one.number)),
    );
    const seen = new Set(found.map(({ number }) => number));
    const lost = name === 'JSON' || name === 'CSV' ? [...fields.keys(), ...bodies.keys()].filter((number) => !seen.has(number)) : [];
    return [
      ...changed.map(
        ({ number, text }) => `${name} ${number}: ${JSON.stringify(text)} was ${JSON.stringify(fields.get(number) ?? bodies.get(number))}`,
      ),
      ...lost.map((number) => `${name}: ${number} is not there`),
    ];
  });
}

test(
  'what is accepted comes out of every output as it went in, and what is refused is told with its place',
  () => {
    const compile = openCompiler();
    let [accepted, refused] = [0, 0];
    fc.assert(
      fc.property(archiveOf(hostileText), (made) => {
        const files = makeFiles(made);
        const content = makeHostileArchive(files);
        const { problems } = compile(content);
        expect(
          judgeProblems(problems, Object.fromEntries(Object.entries(content).map(([path, text]) => [`content/${path}`, text]))),
        ).toEqual([]);
        const faulty = new Set(problems.map(({ file }) => file.replace(/^content\//, '')));
        const sound = files.filter(({ path }) => !faulty.has(path));
        const hidden = sound.filter(({ fields, body }) =>
          [...fields.values(), ...body.values()].some((text) => listHiddenCharacters(text).length > 0),
        );
        expect(hidden.map(({ path }) => path)).toEqual([]);
        [accepted, refused] = [accepted + sound.length, refused + files.length - sound.length];
        expect(listChanged(sound, buildArchive(compile(makeHostileArchive(sound))))).toEqual([]);
      }),
      { ...known, numRuns: share(0.25 / (folders.length + 1)) },
    );
    expect(Math.min(accepted, refused)).toBeGreaterThan(share(0.025));
  },
  SLOWEST,
);

test(
  'honest text and markup that is quoted are always accepted',
  () => {
    const compile = openCompiler();
    fc.assert(
      fc.property(archiveOf(honestText), (made) => {
        const content = makeHostileArchive(makeFiles(made));
        expect(compile(content).problems.map(formatProblem)).toEqual([]);
      }),
      { ...known, numRuns: share(0.005) },
    );
  },
  SLOWEST,
);
