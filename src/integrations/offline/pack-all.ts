import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { openPacking, type PackedEntry, type PackSource, type ToPack } from './pack-entry.ts';

type Delivery = { entries: PackedEntry[] } | { fault: string };

/** Files that are packed at a time; a worker has this many more waiting. */
const BATCH = 64;
/** Starting a worker takes as long as packing about this many files. */
const FILES_A_WORKER = 1_000;

const countWorkers = (files: number): number => Math.min(availableParallelism(), Math.floor(files / FILES_A_WORKER));

function askWorker(worker: Worker, files: readonly ToPack[]): Promise<Delivery> {
  return new Promise((resolve, reject) => {
    const settle = () => worker.off('message', onMessage).off('error', onError);
    const onMessage = (delivery: Delivery) => {
      settle();
      resolve(delivery);
    };
    const onError = (error: unknown) => {
      settle();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    worker.on('message', onMessage).on('error', onError);
    worker.postMessage(files);
  });
}

/**
 * Packs files and gives them in their order. Many are packed beside this thread: packing makes much garbage, and clearing that away
 * takes the longer the more this thread has in memory.
 */
export async function* packAll(source: PackSource, files: readonly ToPack[], workers = countWorkers(files.length)) {
  if (workers === 0) {
    const pack = openPacking(source);
    for (const file of files) yield pack(file);
    return;
  }
  const team = Array.from({ length: workers }, () => new Worker(new URL('pack-worker.ts', import.meta.url), { workerData: source }));
  try {
    // Each worker has one batch at a time; the next is asked for as soon as the last is there, and before it is used.
    const free = team.map(() => Promise.resolve());
    const asked: Promise<Delivery>[] = [];
    const ask = (from: number) => {
      const at = asked.length % team.length;
      const worker = team[at];
      if (!worker) return;
      const delivery = (free[at] ?? Promise.resolve()).then(() => askWorker(worker, files.slice(from, from + BATCH)));
      free[at] = delivery.then(() => undefined);
      free[at].catch(() => undefined);
      asked.push(delivery);
    };
    const AHEAD = 2 * team.length;
    let from = 0;
    for (let taken = 0; taken * BATCH < files.length; taken++) {
      for (; from < files.length && asked.length < taken + AHEAD; from += BATCH) ask(from);
      const delivery = await asked[taken];
      if (!delivery || 'fault' in delivery) throw new Error(delivery?.fault ?? 'A worker gave nothing');
      yield* delivery.entries;
      asked[taken] = Promise.resolve({ entries: [] });
    }
  } finally {
    await Promise.all(team.map((worker) => worker.terminate()));
  }
}
