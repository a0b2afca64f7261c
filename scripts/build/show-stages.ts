import type { StageWatcher } from '../../src/compile/stages.ts';

/** Where a build says how far it is: a terminal has one line that changes, anything else a line a stage. */
export interface Screen {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  write: (text: string) => unknown;
}

const EVERY_MS = 100;
/** Before this much time, nobody can tell how long a stage will take. */
const FIRST_GUESS_MS = 2_000;
/** A stage that took less is not worth a line, unless it says what it came to. */
const LEAST_SECONDS = 1;
const CLEAR = '\r\x1B[K';

const format = new Intl.NumberFormat('en-GB');

function formatLeft(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}

/** Shows the stages of a build as they go on, with what is done of each and how long the rest will take. */
export function showStages(screen: Screen, now: () => number = () => performance.now()): StageWatcher {
  let [name, words, begun, shownAt] = ['', '', 0, -Infinity];
  const showLine = (text: string) => {
    if (screen.isTTY) screen.write(CLEAR + text.slice(0, (screen.columns ?? 80) - 1));
  };
  return {
    begin(stage) {
      [name, words, begun, shownAt] = [stage, '', now(), -Infinity];
      showLine(`${name} …`);
    },
    advance(done, all) {
      const time = now();
      if (time - shownAt < EVERY_MS) return;
      shownAt = time;
      const past = time - begun;
      const left = done > 0 && past >= FIRST_GUESS_MS ? `, about ${formatLeft((past / done) * (all - done))} left` : '';
      showLine(`${name}: ${format.format(done)} of ${format.format(all)}${left}`);
    },
    sum(text) {
      words = text;
    },
    end(seconds) {
      if (screen.isTTY) screen.write(CLEAR);
      const taken = seconds < 10 ? seconds.toFixed(1) : format.format(Math.round(seconds));
      if (words || seconds >= LEAST_SECONDS) screen.write(`${[name, words].filter(Boolean).join(': ')} (${taken} s)\n`);
    },
  };
}
