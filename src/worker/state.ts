import type { KeptDecision } from './messages.ts';
import { PREFIX, urlOf } from './root.ts';

/** What the worker must remember when it is stopped and started again. */
export interface State {
  /** When the site last answered, in milliseconds. */
  answered: number;
  /** Decisions that the reader keeps. */
  kept: KeptDecision[];
  /** Ids of the pages that were open when the present edition came into force. */
  older: string[];
}

const open = () => caches.open(`${PREFIX}state`);
const keyOf = (name: keyof State) => urlOf(`offline/state/${name}`);

export async function readState<K extends keyof State>(name: K): Promise<State[K] | undefined> {
  const held = await (await open()).match(keyOf(name));
  return held?.json();
}

export async function writeState<K extends keyof State>(name: K, value: State[K]): Promise<void> {
  await (await open()).put(keyOf(name), Response.json(value));
}
