import type { Promised } from './promise.ts';

/** How one test of a run ended. */
export interface TestOutcome {
  /** The path of its file under `tests/`. */
  file: string;
  title: string;
  state: 'passed' | 'failed' | 'skipped';
}

type Verdict = 'kept' | 'kept in part' | 'failed' | 'not tested';

export interface Judged extends Promised {
  verdict: Verdict;
  /** Tests that failed, were skipped or did not run, each with its title as written. */
  missing: { file: string; title: string; state: 'failed' | 'skipped' | 'not run' }[];
}

const PLACE = /%(?:[sdifjo#$]|\d*\.?\d+[df])|\$[\w.]+/g;
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Titles that `test.each` makes from a title as written. */
export function toTitlePattern(written: string): RegExp {
  const parts = written.split(PLACE).map((part) => escape(part.replaceAll('%%', '%')));
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`);
}

function findState(outcomes: readonly TestOutcome[], file: string, title: string): TestOutcome['state'] | 'not run' {
  const pattern = toTitlePattern(title);
  const states = outcomes.filter((outcome) => outcome.file === file && pattern.test(outcome.title)).map(({ state }) => state);
  if (states.length === 0) return 'not run';
  return states.find((state) => state === 'failed') ?? states.find((state) => state === 'skipped') ?? 'passed';
}

/** What a run says of one promise. A promise is kept only where each of its tests ran and passed. */
export function judge(promised: Promised, outcomes: readonly TestOutcome[]): Judged {
  const tests = Object.entries(promised.shownBy).flatMap(([file, titles]) =>
    titles.map((title) => ({ file, title, state: findState(outcomes, file, title) })),
  );
  const missing = tests.flatMap(({ file, title, state }) => (state === 'passed' ? [] : [{ file, title, state }]));
  const verdict: Verdict = missing.some(({ state }) => state === 'failed')
    ? 'failed'
    : tests.length === 0 || missing.length > 0
      ? 'not tested'
      : promised.gap
        ? 'kept in part'
        : 'kept';
  return { ...promised, verdict, missing };
}
