import { hash } from 'node:crypto';
import { digestOfData } from '../compile/written.ts';

const known = new WeakMap<object, string>();

const hasId = (value: object): boolean => 'id' in value && typeof value.id === 'string';

/** Writes a value so that two values are written alike only where nobody could tell them apart. What has an id is written as its digest. */
function write(value: unknown, whole: boolean): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'function' || typeof value === 'symbol') throw new Error('A function has no digest. Return what it gives');
  if (typeof value !== 'object' || value === null) return String(value);
  const data = digestOfData(value);
  if (data !== undefined) return `#${data}`;
  if (!whole && hasId(value)) return `#${digestObject(value)}`;
  if (Array.isArray(value)) return `[${value.map((item) => write(item, false)).join(',')}]`;
  if (ArrayBuffer.isView(value))
    return `bytes${hash('sha256', Buffer.from(value.buffer, value.byteOffset, value.byteLength), 'base64url')}`;
  if (value instanceof Map || value instanceof Set) return `${value.constructor.name}${write([...value], false)}`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}:${write(item, false)}`)
    .join(',')}}`;
}

function digestObject(value: object): string {
  const digest = known.get(value) ?? hash('sha256', write(value, true), 'base64url');
  known.set(value, digest);
  return digest;
}

/** A digest of plain data, maps and sets, however deep. What is digested must not change afterwards: its digest is remembered. */
export const digestValue = (value: unknown): string =>
  typeof value === 'object' && value !== null ? digestObject(value) : hash('sha256', write(value, true), 'base64url');
