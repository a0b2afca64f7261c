import type { Progress } from './import-files.ts';

const PLAIN_EVERY = 100;
const WIDEST = 60;

/** Shows how far a run has come: one line that moves on a terminal, plain lines elsewhere. */
export function showProgress(stream: NodeJS.WriteStream): { progress: Progress; end: () => void } {
  const begun = Date.now();
  if (!stream.isTTY) {
    const progress: Progress = (done, all, { file, outcome }) => {
      if (all <= PLAIN_EVERY / 5) stream.write(`${outcome} ${file}\n`);
      else if (done % PLAIN_EVERY === 0 || done === all) stream.write(`${done} of ${all}\n`);
    };
    return { progress, end: () => undefined };
  }
  const progress: Progress = (done, all, { file }) => {
    const rate = done / Math.max(1, Date.now() - begun);
    const left = Math.ceil((all - done) / rate / 1_000);
    const name = file.length > WIDEST ? `…${file.slice(1 - WIDEST)}` : file;
    stream.write(`\r\u001B[2K${done} of ${all}${left > 2 ? `, ${left} s left` : ''}  ${name.replace(/[\p{Cc}\p{Cf}]/gu, '')}`);
  };
  return { progress, end: () => void stream.write('\r\u001B[2K') };
}
