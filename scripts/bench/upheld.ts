import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Stage } from '../../src/compile/stages.ts';
import { makeDecision } from './decision.ts';
import { type Measure, measureProcess } from './measure-process.ts';
import { SEED, writeArchive, writeDecision, writeRecord } from './write-archive.ts';

/** A build of this project, with the time of each of its stages. */
export interface UpheldMeasure extends Measure {
  stages: Stage[];
}

/** A copy of the project in which nothing has been built, so that neither the bench nor the editor's own builds find the other's files. */
function copyProject(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
}

const findTheme = (content: string) => join(content, 'themes', readdirSync(join(content, 'themes')).toSorted()[0] ?? '');

/** What is done to the content before each build, in turn. */
const changes = {
  cold: () => undefined,
  'nothing changed': () => undefined,
  'one decision edited': (content: string) => {
    const made = makeDecision(SEED, 1);
    const [section] = made.sections;
    section?.paragraphs[0]?.unshift('A sentence that was not there before.');
    writeFileSync(join(content, 'decisions', `${made.id}.mdx`), writeDecision(made));
  },
  'one event added': (content: string) => {
    const { id } = makeDecision(SEED, 2);
    const fields = {
      title: 'A letter that came to light',
      date: '2024-05-06',
      kind: 'exchange',
      decisions: [id],
      evidence: [{ source: `statement-${id}` }],
    };
    writeFileSync(
      join(content, 'events', '2024-05-06-letter.mdx'),
      writeRecord({ fields, body: `It is new. <Cite id="statement-${id}" at="appendix" />` }),
    );
  },
  'one theme renamed': (content: string) => {
    const file = findTheme(content);
    const [, frontmatter = '', body = ''] = readFileSync(file, 'utf8').split(/^---$/m);
    const fields: Record<string, unknown> = parse(frontmatter);
    writeFileSync(file, writeRecord({ fields: { ...fields, label: 'A theme by another name' }, body: body.trim() }));
  },
} as const;

export type Change = keyof typeof changes;
export const changeNames = [
  'cold',
  'nothing changed',
  'one decision edited',
  'one event added',
  'one theme renamed',
] as const satisfies readonly Change[];

/** What `npm run build` gives Node. */
function readBuildArguments(): string[] {
  const { scripts }: { scripts: Record<'build', string> } = JSON.parse(readFileSync('package.json', 'utf8'));
  return scripts.build.split(' ').slice(1);
}

/** Builds a made-up archive from nothing and again after each change, and gives the measure of each build as it is done. */
export async function* measureUpheld(count: number, workshop: string): AsyncGenerator<{ change: Change; measure: UpheldMeasure }> {
  const [folder, content] = [join(workshop, 'upheld'), join(workshop, `content-${count}`)];
  copyProject(folder);
  rmSync(content, { recursive: true, force: true });
  writeArchive(content, count, SEED);
  for (const change of changeNames) {
    changes[change](content);
    const measure = await measureProcess(process.execPath, readBuildArguments(), folder, { UPHELD_CONTENT: content });
    const report = join(folder, '.upheld', 'last-build.json');
    const { stages }: { stages: Stage[] } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { stages: [] };
    yield { change, measure: { ...measure, stages } };
  }
}
