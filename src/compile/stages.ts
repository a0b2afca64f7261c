/** How long one stage of a build took, in seconds: by the clock, and of the processors in this process alone. */
export interface Stage {
  name: string;
  seconds: number;
  processor: number;
}

// A build bundles the pages apart from its command, so what both add to cannot be a variable of a module.
const KEY = Symbol.for('upheld:stages');

function getStages(): Stage[] {
  const known: unknown = Reflect.get(globalThis, KEY);
  if (Array.isArray(known)) return known;
  const stages: Stage[] = [];
  Reflect.set(globalThis, KEY, stages);
  return stages;
}

/** Begins a stage; what is returned ends it. A stage that is begun again adds to its time. */
export function startStage(name: string): () => void {
  const [start, before] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(before);
    const stages = getStages();
    const stage = stages.find((one) => one.name === name) ?? { name, seconds: 0, processor: 0 };
    if (!stages.includes(stage)) stages.push(stage);
    stage.seconds += (performance.now() - start) / 1000;
    stage.processor += (user + system) / 1e6;
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
export const listStages = (): readonly Stage[] => getStages();
