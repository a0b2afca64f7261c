/** A place where words still stand that were to be taken away. */
export interface Remains {
  file: string;
  line: number;
  words: string;
}

interface Word {
  text: string;
  line: number;
}

const RUN = 8;

function listWords(text: string): Word[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split('\n')
    .flatMap((line, index) => [...line.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => ({ text: word, line: index + 1 })));
}

const join = (words: readonly Word[]) => words.map(({ text }) => text).join(' ');

/** The runs of eight words of a text; a shorter one is a run itself. */
function listRuns(text: string): { run: string; length: number }[] {
  const words = listWords(text);
  if (words.length <= RUN) return words.length === 0 ? [] : [{ run: join(words), length: words.length }];
  return words.slice(RUN - 1).map((_word, index) => ({ run: join(words.slice(index, index + RUN)), length: RUN }));
}

/** Every place in the files where a run of the withdrawn texts still stands, each line once. */
export function findRemains(withdrawn: readonly string[], files: readonly { file: string; text: string }[]): Remains[] {
  const runsByLength = Map.groupBy(withdrawn.flatMap(listRuns), ({ length }) => length);
  return files.flatMap(({ file, text }) => {
    const words = listWords(text);
    const found = new Map<number, Remains>();
    for (const [length, runs] of runsByLength) {
      const wanted = new Set(runs.map(({ run }) => run));
      for (let index = 0; index + length <= words.length; index += 1) {
        const run = join(words.slice(index, index + length));
        const line = words[index]?.line ?? 1;
        if (wanted.has(run) && !found.has(line)) found.set(line, { file, line, words: run });
      }
    }
    return [...found.values()].toSorted((a, b) => a.line - b.line);
  });
}
