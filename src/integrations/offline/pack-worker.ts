import { parentPort, workerData } from 'node:worker_threads';
import { openPacking, type PackSource, type ToPack } from './pack-entry.ts';

const pack = openPacking(workerData as PackSource);

parentPort?.on('message', (files: readonly ToPack[]) => {
  try {
    parentPort?.postMessage({ entries: files.map(pack) });
  } catch (error) {
    parentPort?.postMessage({ fault: error instanceof Error ? error.message : String(error) });
  }
});
