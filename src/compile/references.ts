import { z } from 'zod';
import { ownedKinds, type TargetKind, targetKinds } from '../schema/reference.ts';
import type { Place } from './line-places.ts';

/** One record's mention of another. `id` is whole: with its owner where the kind has one. */
export interface Reference extends Place {
  kind: TargetKind;
  id: string;
}

const isTargetKind = (value: unknown): value is TargetKind => targetKinds.some((kind) => kind === value);

/** Adds the owner to an id that was written without it. */
export const toWholeId = (kind: TargetKind, id: string, owner: string) =>
  ownedKinds.includes(kind) && !id.includes('/') ? `${owner}/${id}` : id;

/** The kind that strings of this schema refer to, if they do. */
export function findTargetKind(schema: z.core.$ZodType): TargetKind | undefined {
  const target: unknown = schema instanceof z.ZodString ? schema.meta()?.['refersTo'] : undefined;
  return isTargetKind(target) ? target : undefined;
}

interface Found {
  kind: TargetKind;
  id: string;
  path: PropertyKey[];
}

/** Walks accepted data beside its schema and lists every id that refers to another record. */
export function collectReferences(schema: z.core.$ZodType, value: unknown, path: PropertyKey[] = []): Found[] {
  if (value === undefined || value === null) return [];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return collectReferences(schema.unwrap(), value, path);
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item, index) => collectReferences(schema.element, item, [...path, index]));
  }
  if (schema instanceof z.ZodObject && value instanceof Object) {
    return Object.entries(schema.shape).flatMap(([key, field]) => collectReferences(field, Reflect.get(value, key), [...path, key]));
  }
  const kind = findTargetKind(schema);
  return kind && typeof value === 'string' ? [{ kind, id: value, path }] : [];
}

/** Returns the data with every reference made whole, so that readers of it never ask who the owner was. */
export function completeReferences<T>(data: T, found: readonly Found[], owner: string): T {
  const copy = structuredClone(data);
  for (const { kind, id, path } of found) {
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((current, step) => (current instanceof Object ? Reflect.get(current, step) : undefined), copy);
    const last = path.at(-1);
    if (parent instanceof Object && last !== undefined) Reflect.set(parent, last, toWholeId(kind, id, owner));
  }
  return copy;
}
