import { randomUUID } from 'node:crypto';
import { fstatSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, rmSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Written } from './written.ts';

/** What is kept under one digest. */
interface Kept {
  head: string;
  readBody: () => string;
}

/** Everything kept in one folder by one compiler. */
export interface Packs {
  find: (digest: string) => Kept | undefined;
  add: (digest: string, written: Written) => Kept;
  /** Puts what was added on the disk, so that a loss of power leaves a line whole or not there. */
  flush: () => void;
  /** Drops what was read to answer `find`. */
  forget: () => void;
  /** Leaves only these, where much else is kept. */
  prune: (digests: readonly string[]) => void;
}

// A pack is two files: `.heads` begins with the compiler's digest; then, a line each: digest, where the body lies in `.bodies`, head.
const HEADS = '.heads';
const BODIES = '.bodies';
const LINE_END = 10;
const FLUSH_BYTES = 8_000_000;
const MOST_PACKS = 8;
/** How many times what is needed may be kept before the rest goes, and the bytes below which nobody minds. */
const SPARE = { times: 4, bytes: 100_000_000 };

/** Reads a part of a file. */
type ReadPart = (at: number, length: number) => string;

interface Line {
  heads: Buffer;
  start: number;
  end: number;
  at: number;
  length: number;
  readBodies: ReadPart;
}

function readPart(file: number, at: number, length: number): string {
  const bytes = Buffer.allocUnsafe(length);
  readSync(file, bytes, 0, length, at);
  return bytes.toString('utf8');
}

/** What a step gives, or undefined where a file of it is gone: another process may have pruned it. */
function unlessGone<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Reads the lines of one pack, whose bodies are open; none where another compiler wrote it or its end is missing. */
function readPack(heads: Buffer, bodies: number, compiler: string, lines: Map<string, Line>): void {
  const { size } = fstatSync(bodies);
  if (!heads.subarray(0, compiler.length).equals(Buffer.from(compiler))) return;
  const readBodies: ReadPart = (at, length) => readPart(bodies, at, length);
  for (let start = compiler.length + 1, end = 0; (end = heads.indexOf(LINE_END, start)) >= 0; start = end + 1) {
    const head = heads.indexOf('{', start);
    const [digest = '', at, length] = heads.toString('latin1', start, head).split(' ');
    const line = { heads, start: head, end, at: Number(at), length: Number(length), readBodies };
    if (line.at + line.length <= size) lines.set(digest, line);
  }
}

/** A pack that this process alone writes. */
function startPack(folder: string, compiler: string) {
  const name = randomUUID();
  const bodies = openSync(join(folder, `${name}${BODIES}`), 'wx+');
  const heads = openSync(join(folder, `${name}${HEADS}`), 'wx');
  writeSync(heads, `${compiler}\n`);
  let waiting: { digest: string; head: string; body: Buffer; at: number }[] = [];
  let [written, size] = [0, 0];
  const flush = () => {
    if (waiting.length === 0) return;
    writeSync(bodies, Buffer.concat(waiting.map(({ body }) => body)));
    written = size;
    fsyncSync(bodies);
    writeSync(heads, waiting.map(({ digest, head, body, at }) => `${digest} ${at} ${body.length} ${head}\n`).join(''));
    waiting = [];
  };
  return {
    flush,
    add(digest: string, { head, body: text }: Written): Kept {
      const body = Buffer.from(text);
      const at = size;
      size += body.length;
      waiting.push({ digest, head, body, at });
      if (size - written > FLUSH_BYTES) flush();
      return {
        head,
        readBody() {
          if (at >= written) flush();
          return readPart(bodies, at, body.length);
        },
      };
    },
  };
}

const listPacks = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(HEADS))
    .map((name) => basename(name, HEADS))
    .toSorted();

/** Opens what is kept in `folder`. Several processes may: each writes a pack of its own. */
export function openPacks(folder: string, compiler: string): Packs {
  mkdirSync(folder, { recursive: true });
  let lines: Map<string, Line> | undefined;
  let own: ReturnType<typeof startPack> | undefined;
  // Bodies are read long after their heads. Their files stay open, so that they can be even when a prune has removed them.
  const bodiesByName = new Map<string, number>();
  const openBodies = (name: string): number => {
    const file = bodiesByName.get(name) ?? openSync(join(folder, `${name}${BODIES}`), 'r');
    bodiesByName.set(name, file);
    return file;
  };
  const readLines = (): Map<string, Line> => {
    if (lines) return lines;
    const found = new Map<string, Line>();
    for (const name of listPacks(folder)) {
      const heads = unlessGone(() => readFileSync(join(folder, `${name}${HEADS}`)));
      const bodies = heads && unlessGone(() => openBodies(name));
      if (heads && bodies !== undefined) readPack(heads, bodies, compiler, found);
    }
    return (lines = found);
  };
  const add = (digest: string, written: Written) => (own ??= startPack(folder, compiler)).add(digest, written);
  const find = (digest: string): Kept | undefined => {
    const line = readLines().get(digest);
    if (!line) return undefined;
    const { heads, start, end, at, length, readBodies } = line;
    return { head: heads.toString('utf8', start, end), readBody: () => readBodies(at, length) };
  };
  return {
    find,
    add,
    flush: () => own?.flush(),
    forget() {
      lines = undefined;
    },
    prune(digests) {
      own?.flush();
      lines = undefined;
      const kept = readLines();
      const sizeOf = (all: Iterable<Line>) => [...all].reduce((sum, { start, end, length }) => sum + end - start + length, 0);
      const needed = sizeOf(digests.flatMap((digest) => kept.get(digest) ?? []));
      const packs = listPacks(folder);
      if (packs.length <= MOST_PACKS && sizeOf(kept.values()) <= needed * SPARE.times + SPARE.bytes) return;
      const fresh = startPack(folder, compiler);
      for (const digest of digests) {
        const found = find(digest);
        if (found) fresh.add(digest, { head: found.head, body: found.readBody() });
      }
      fresh.flush();
      own = fresh;
      for (const name of packs) for (const end of [HEADS, BODIES]) rmSync(join(folder, `${name}${end}`), { force: true });
    },
  };
}
