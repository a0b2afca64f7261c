import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Kind } from '../schema/kinds.ts';
import { compileRecord } from './record.ts';
import { type Written, writeCompiled } from './written.ts';

/** One file to compile: its text, and what it is the text of. */
export interface Job {
  kind: Kind;
  id: string;
  file: string;
  text: string;
}

/** What a worker is given. All take the next job of the list until none is left; the counter is the one thing they share. */
export interface Shift {
  jobs: readonly Job[];
  /** The index of the next job, and the number of those that workers have handed in. */
  counters: Int32Array;
}

export interface Delivery {
  index: number;
  written: Written;
}

// Starting a worker takes as long as compiling about this much text.
const TEXT_A_WORKER = 1_500_000;
const PATIENCE_MS = 20_000;

export const writeJob = ({ kind, id, file, text }: Job): Written => writeCompiled(compileRecord(kind, id, file, text));

/** Takes the next job; undefined when all are taken. */
export function takeJob({ jobs, counters }: Shift): { index: number; job: Job } | undefined {
  const index = Atomics.add(counters, 0, 1);
  const job = jobs[index];
  return job && { index, job };
}

const countWorkers = (jobs: readonly Job[], cores = availableParallelism()): number =>
  Math.min(cores - 1, Math.floor(jobs.reduce((sum, { text }) => sum + text.length, 0) / TEXT_A_WORKER));

/**
 * Compiles every job and hands in each as it is ready, in any order. Blocks, as loading an archive does; where `workers` is
 * more than none, they work beside this thread.
 */
export function compileAll(root: string, jobs: readonly Job[], handIn: (delivery: Delivery) => void, workers = countWorkers(jobs)): void {
  const shift: Shift = { jobs, counters: new Int32Array(new SharedArrayBuffer(8)) };
  const done = new Set<number>();
  const accept = (delivery: Delivery) => {
    if (done.has(delivery.index)) return;
    done.add(delivery.index);
    handIn(delivery);
  };
  const team = Array.from({ length: workers }, () => {
    const { port1, port2 } = new MessageChannel();
    const worker = new Worker(join(root, 'src/compile/compile-worker.ts'), { workerData: { shift, port: port2 }, transferList: [port2] });
    return { worker, port: port1 };
  });
  const receive = () => {
    for (const { port } of team) {
      for (let message; (message = receiveMessageOnPort(port));) accept(message.message as Delivery);
    }
  };
  for (let taken; (taken = takeJob(shift)); receive()) accept({ index: taken.index, written: writeJob(taken.job) });
  while (done.size < jobs.length) {
    const handedIn = Atomics.load(shift.counters, 1);
    receive();
    if (done.size < jobs.length && Atomics.wait(shift.counters, 1, handedIn, PATIENCE_MS) === 'timed-out') break;
  }
  // A worker that was lost took its job with it.
  for (const [index, job] of jobs.entries()) if (!done.has(index)) accept({ index, written: writeJob(job) });
  for (const { worker, port } of team) {
    port.close();
    void worker.terminate();
  }
}
