import { type MessagePort, workerData } from 'node:worker_threads';
import { type Delivery, type Shift, takeJob, writeJob } from './compile-all.ts';

const { shift, port } = workerData as { shift: Shift; port: MessagePort };

for (let taken; (taken = takeJob(shift));) {
  const { index, job } = taken;
  port.postMessage({ index, written: writeJob(job) } satisfies Delivery);
  Atomics.add(shift.counters, 1, 1);
  Atomics.notify(shift.counters, 1);
}
