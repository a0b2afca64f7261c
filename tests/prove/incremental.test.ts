import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ContentFiles, edits, firstFiles } from '../builders/edits.ts';
import { Project } from '../builders/project.ts';

const names = Object.keys(edits);
let project: Project;
let cold: Project;
const coldSites = new Map<string, Record<string, string>>();

beforeAll(() => {
  project = new Project();
  cold = new Project();
});
afterAll(() => {
  project.remove();
  cold.remove();
});

/** What a build that begins with nothing makes of these files. */
function buildCold(files: ContentFiles): Record<string, string> {
  const key = JSON.stringify(files);
  const known = coldSites.get(key);
  if (known) return known;
  cold.forget();
  cold.setContent(files);
  const built = cold.build().files;
  coldSites.set(key, built);
  return built;
}

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit' as const), name: fc.constantFrom(...names), value: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('revert' as const), to: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('kill' as const),
      name: fc.constantFrom(...names),
      after: fc.integer({ min: 300, max: 6000 }),
    }),
  },
);

test('after any edits, reverts and killed builds, a build makes what a first build would', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
      project.forget();
      project.setContent(firstFiles);
      project.build();
      const states: ContentFiles[] = [firstFiles];
      for (const one of steps) {
        const last = states.at(-1) ?? firstFiles;
        if (one.kind === 'kill') {
          // The edit is taken back after the build of it was killed, so that nothing of it may be published.
          project.setContent(edits[one.name]?.(last, 7) ?? last);
          await project.kill(one.after);
        }
        const next =
          one.kind === 'edit'
            ? (edits[one.name]?.(last, one.value) ?? last)
            : one.kind === 'revert'
              ? (states[one.to % states.length] ?? last)
              : last;
        states.push(next);
        project.setContent(next);
        expect(project.build().files).toEqual(buildCold(next));
      }
    }),
    { numRuns: Number(process.env['UPHELD_RUNS'] ?? 6), endOnFailure: true },
  );
}, 3_600_000);

test('another setting, or other code, renders every page', () => {
  project.forget();
  project.setContent(firstFiles);
  const { counts } = project.build();
  expect(project.build({ UPHELD_BASE: '/elsewhere' }).counts).toMatchObject({ rendered: counts['rendered'], skipped: 0 });
  project.edit('src/components/site/Footer.astro', (text) => `${text}<!-- another -->`);
  const changed = project.build();
  expect(changed.counts).toMatchObject({ rendered: counts['rendered'], skipped: 0 });
}, 600_000);
