import { digestOfFile } from '../compile/written.ts';
import type { Entry } from '../graph/archive.ts';
import { digestValue } from './digest-value.ts';
import { defineRead } from './reads.ts';

const WATCHED = Symbol.for('upheld:watched');

/**
 * Makes the text of each record, and the anchors there, an answer of its own, which the digest of its file stands for: a page that
 * prints no more than a title does not depend on the text.
 */
export function watchTexts(entries: readonly Entry[]): void {
  const digestByKey = new Map<string, () => string>();
  const noteText = defineRead('text', (kind: string, id: string) => digestByKey.get(`${kind}:${id}`)?.());
  for (const entry of entries) {
    // In development this module may be loaded again over the same archive.
    if (Reflect.has(entry, WATCHED)) continue;
    Object.defineProperty(entry, WATCHED, { value: true });
    const { kind, id } = entry;
    const anchors = entry.anchors;
    const descriptor = Object.getOwnPropertyDescriptor(entry, 'segments') ?? {};
    const readSegments = (): Entry['segments'] => (descriptor.get ? descriptor.get.call(entry) : descriptor.value);
    digestByKey.set(`${kind}:${id}`, () => digestOfFile(entry) ?? digestValue([readSegments(), anchors]));
    const define = (key: string, get: () => unknown) =>
      Object.defineProperty(entry, key, {
        get() {
          noteText(kind, id);
          return get();
        },
        enumerable: true,
        configurable: true,
      });
    define('segments', readSegments);
    define('anchors', () => anchors);
  }
}
