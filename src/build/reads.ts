import { processWide } from '../graph/process-wide.ts';
import { digestValue } from './digest-value.ts';

/** What one page or file read while it was made: numbers of a table of reads. */
export type Trace = Set<number>;

/** Every different read, by number: what was asked, and the digest of the answer. */
export interface ReadTable {
  questions: string[];
  answers: string[];
}

const getState = () =>
  processWide('reads', () => ({
    functions: new Map<string, (...key: string[]) => unknown>(),
    table: { questions: [], answers: [] } as ReadTable,
    numbers: new Map<string, number>(),
    /** By number: whether the answer is another than in the last build; undefined until it is asked in this one. */
    changed: [] as (boolean | undefined)[],
    trace: undefined as Trace | undefined,
    loading: false,
  }));
type State = ReturnType<typeof getState>;

const SEPARATOR = '\t';
const toQuestion = (name: string, key: readonly string[]) => [name, ...key].join(SEPARATOR);

function setAnswer({ table, changed }: State, number: number, answer: string): boolean {
  const isChanged = table.answers[number] !== answer;
  table.answers[number] = answer;
  changed[number] = isChanged;
  return isChanged;
}

function note(state: State, name: string, key: readonly string[], value: unknown): number {
  const question = toQuestion(name, key);
  const number = state.numbers.get(question) ?? state.table.questions.push(question) - 1;
  state.numbers.set(question, number);
  if (state.changed[number] === undefined) setAnswer(state, number, digestValue(value));
  return number;
}

/**
 * Makes a function through which pages read the archive. While a page renders, what it asks is noted with a digest of the whole
 * answer; a page for which every answer is the same as before need not be rendered again. `read` must depend on its arguments and
 * the archive alone, and what it gives must not be changed.
 */
export function defineRead<K extends string[], V>(name: string, read: (...key: K) => V): (...key: K) => V {
  const state = getState();
  state.functions.set(name, (...key) => read(...(key as K)));
  return (...given) => {
    // A caller such as `map` gives more than is asked for.
    const key = given.slice(0, read.length) as K;
    const { trace } = state;
    if (state.loading)
      throw new Error(`"${name}" was read while a module loads, where no page can be told to depend on it. Read it inside the page`);
    if (!trace) return read(...key);
    // What a read asks in its turn is in its answer.
    state.trace = undefined;
    try {
      const value = read(...key);
      trace.add(note(state, name, key, value));
      return value;
    } finally {
      state.trace = trace;
    }
  };
}

/** Makes every function of an object one through which pages read the archive, under its own name. */
export function defineReads<T extends Record<string, (...key: never[]) => unknown>>(functions: T): T {
  const defined = { ...functions };
  for (const [name, read] of Object.entries(functions)) Reflect.set(defined, name, defineRead(name, read as (...key: string[]) => unknown));
  return defined;
}

/**
 * Makes the whole archive readable as it is: each of its lists and maps is one answer, so what goes through a list depends on
 * everything in it; the text of a record is an answer of its own.
 */
export function defineObject<T extends object>(name: string, object: T): T {
  const watched = { ...object };
  for (const key of Object.keys(object)) {
    const value: unknown = Reflect.get(object, key);
    if (typeof value === 'function') Reflect.set(watched, key, defineRead(key, value as (...key: string[]) => unknown));
    else Object.defineProperty(watched, key, { get: defineRead(`${name}.${key}`, () => value), enumerable: true });
  }
  return watched;
}

/** Runs what makes one page or file, and gives what it read. One is made at a time. */
export async function traceReads<T>(make: () => Promise<T>): Promise<{ made: T; trace: Trace }> {
  const state = getState();
  if (state.trace) throw new Error('Two pages are rendered at once, so what each reads cannot be told apart');
  const trace: Trace = new Set();
  state.trace = trace;
  try {
    return { made: await make(), trace };
  } finally {
    state.trace = undefined;
  }
}

/** Runs what loads modules: nothing may be read meanwhile, for it would be read once and used by many pages. */
export async function forbidReads(load: () => Promise<void>): Promise<void> {
  const state = getState();
  state.loading = true;
  try {
    await load();
  } finally {
    state.loading = false;
  }
}

/** Begins with the reads of an earlier build. */
export function seedReads(table: ReadTable): void {
  const state = getState();
  state.table = table;
  state.numbers = new Map(table.questions.map((question, number) => [question, number]));
  state.changed = [];
}

/** The table of all reads, those of this build and those it began with. */
export const getReadTable = (): ReadTable => getState().table;

/** Whether a read of the earlier build has another answer now. */
export function hasReadChanged(number: number): boolean {
  const state = getState();
  const known = state.changed[number];
  if (known !== undefined) return known;
  const [name = '', ...key] = (state.table.questions[number] ?? '').split(SEPARATOR);
  const read = state.functions.get(name);
  try {
    return setAnswer(state, number, read ? digestValue(read(...key)) : '');
  } catch {
    // What was read is there no more. Whatever read it is gone as well, or must be rendered.
    return setAnswer(state, number, '');
  }
}
