const STEP = 1000;

/** A size as people say it: `812 bytes`, `25 kB`, `1.3 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < STEP) return `${bytes} bytes`;
  const [amount, unit] = bytes < STEP * STEP ? [bytes / STEP, 'kB'] : [bytes / STEP / STEP, 'MB'];
  return `${amount.toLocaleString('en-GB', { maximumFractionDigits: amount < 10 ? 1 : 0 })} ${unit}`;
}
