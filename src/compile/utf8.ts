/** Reads bytes as strict UTF-8. With `stream`, a letter that the end cuts is left out; anything else that is not UTF-8 throws. */
export const decodeUtf8 = (bytes: Uint8Array, stream = false): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream });

/** The text before the first byte that is not UTF-8. */
export function readGoodStart(bytes: Uint8Array): string {
  let [good, bad] = [0, bytes.length];
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2);
    try {
      decodeUtf8(bytes.subarray(0, middle), true);
      good = middle;
    } catch {
      bad = middle - 1;
    }
  }
  return decodeUtf8(bytes.subarray(0, good), true);
}
