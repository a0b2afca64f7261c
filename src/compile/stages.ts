/** How long one stage of a build took, in seconds: by the clock, and of the processors in this process alone. */
export interface Stage {
  name: string;
  seconds: number;
  processor: number;
}

/** What is told as stages go on. */
export interface StageWatcher {
  begin: (name: string) => void;
  /** So much of the present stage is done. */
  advance: (done: number, all: number) => void;
  /** What the present stage came to, in words. */
  sum: (words: string) => void;
  end: (seconds: number) => void;
}

interface State {
  stages: Stage[];
  watcher?: StageWatcher;
}

// A build bundles the pages apart from its command, so what both add to cannot be a variable of a module.
const KEY = Symbol.for('upheld:stages');

function getState(): State {
  const known = Reflect.get(globalThis, KEY) as State | undefined;
  const state = known ?? { stages: [] };
  Reflect.set(globalThis, KEY, state);
  return state;
}

/** Tells one watcher of all that follows in this process. */
export function watchStages(watcher: StageWatcher): void {
  getState().watcher = watcher;
}

/** Says how far the present stage is. */
export const advanceStage = (done: number, all: number): void => getState().watcher?.advance(done, all);

/** Says what the present stage came to. */
export const sumStage = (words: string): void => getState().watcher?.sum(words);

/** Begins a stage; what is returned ends it. A stage that is begun again adds to its time. */
export function startStage(name: string): () => void {
  const [start, before] = [performance.now(), process.cpuUsage()];
  getState().watcher?.begin(name);
  return () => {
    const { user, system } = process.cpuUsage(before);
    const { stages, watcher } = getState();
    const stage = stages.find((one) => one.name === name) ?? { name, seconds: 0, processor: 0 };
    if (!stages.includes(stage)) stages.push(stage);
    const seconds = (performance.now() - start) / 1000;
    stage.seconds += seconds;
    stage.processor += (user + system) / 1e6;
    watcher?.end(seconds);
  };
}

export function measureStage<T>(name: string, run: () => T): T {
  const end = startStage(name);
  try {
    return run();
  } finally {
    end();
  }
}

/** The stages that ended in this process, in the order in which they first did. */
export const listStages = (): readonly Stage[] => getState().stages;
