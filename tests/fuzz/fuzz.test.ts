import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Compile, compileFolder } from '../../src/compile/folder.ts';
import { formatProblem, type Problem } from '../../src/compile/problem.ts';
import { type Compiled, compileRecord } from '../../src/compile/record.ts';
import { buildArchive, type LinkedArchive } from '../../src/graph/build-archive.ts';
import { listHiddenCharacters } from '../../src/schema/text.ts';
import { makeFolder } from '../builders/files.ts';
import { type HostileFile, makeHostileArchive, makeHostileFile, makeHostileSources } from './hostile-archive.ts';
import { hostileFields } from './hostile-records.ts';
import { honestText, hostileText } from './hostile-text.ts';
import { findMarked, isUnchanged } from './marked.ts';
import { listOutputs } from './read-outputs.ts';

// Set UPHELD_FUZZ to any number of cases; they are then new ones in every run.
const cases = Number(process.env['UPHELD_FUZZ'] ?? 2000);
// What failed is told in words; making the case smaller would take minutes.
const known = { endOnFailure: true, ...(process.env['UPHELD_FUZZ'] ? {} : { seed: 117 }) };
const folders = Object.keys(hostileFields);
const runs = (each: number) => ({ ...known, numRuns: Math.ceil(cases / each) });

const SLOWEST = 60_000 + cases * 100;

const texts = (text: fc.Arbitrary<string>) => fc.array(text, { minLength: 1, maxLength: 12 });
const records = (text: fc.Arbitrary<string>) =>
  fc.tuple(
    ...folders.map((folder) => fc.tuple(texts(text), fc.nat(7)).map(([all, style]) => makeHostileFile(folder, all, style))),
    texts(text).map(makeHostileSources),
  );

/** Compiles content, each text once. A text that is not compiled within ten seconds fails. */
function openCompiler() {
  const compiledByText = new Map<string, Compiled>();
  const compile: Compile = (kind, id, file, text) => {
    const start = performance.now();
    const compiled = compiledByText.get(file + text) ?? compileRecord(kind, id, file, text);
    if (performance.now() - start > 10_000) throw new Error(`${file} took more than ten seconds`);
    compiledByText.set(file + text, compiled);
    return compiled;
  };
  return (files: Record<string, string>) => compileFolder(makeFolder(files), 'content', compile);
}

/** What is wrong with how a problem is told. */
function judgeProblem({ file, line, column, message }: Problem, files: Record<string, string>): string[] {
  const lines = files[file.replace(/^content\//, '')]?.split(/\r\n?|\n/);
  const written = formatProblem({ file, line, column, kind: 'bad-value', message });
  return [
    ...(lines ? [] : [`no file ${file}`]),
    ...(lines && line >= 1 && line <= lines.length ? [] : [`no line ${line} in ${file}`]),
    ...(column >= 1 && column <= (lines?.[line - 1]?.length ?? 0) + 1 ? [] : [`no column ${column} in ${file}:${line}`]),
    ...(listHiddenCharacters(written).length === 0 && !written.includes('\n')
      ? []
      : [`a message that is not safe to print: ${JSON.stringify(written)}`]),
  ];
}

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
      fc.property(records(hostileText), (files) => {
        const content = makeHostileArchive(files);
        const { problems } = compile(content);
        expect(problems.flatMap((problem) => judgeProblem(problem, content))).toEqual([]);
        const faulty = new Set(problems.map(({ file }) => file.replace(/^content\//, '')));
        const sound = files.filter(({ path }) => !faulty.has(path));
        const hidden = sound.filter(({ fields, body }) =>
          [...fields.values(), ...body.values()].some((text) => listHiddenCharacters(text).length > 0),
        );
        expect(hidden.map(({ path }) => path)).toEqual([]);
        [accepted, refused] = [accepted + sound.length, refused + files.length - sound.length];
        expect(listChanged(sound, buildArchive(compile(makeHostileArchive(sound))))).toEqual([]);
      }),
      runs(folders.length + 1),
    );
    expect(Math.min(accepted, refused)).toBeGreaterThan(cases / 10);
  },
  SLOWEST,
);

test(
  'honest text and markup that is quoted are always accepted',
  () => {
    const compile = openCompiler();
    fc.assert(
      fc.property(records(honestText), (files) => {
        const content = makeHostileArchive(files);
        expect(compile(content).problems.map(formatProblem)).toEqual([]);
      }),
      { ...known, numRuns: Math.ceil(cases / 100) },
    );
  },
  SLOWEST,
);
