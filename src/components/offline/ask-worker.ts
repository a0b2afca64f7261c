import type { Answers, Question } from '../../worker/messages.ts';

/** Asks the worker, and waits for its answer. */
export function askWorker<K extends Question['ask']>(worker: ServiceWorker, question: Extract<Question, { ask: K }>): Promise<Answers[K]> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Answers[K]>) => resolve(data);
    worker.postMessage(question, [port2]);
  });
}
