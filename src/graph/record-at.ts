import type { TargetKind } from '../schema/reference.ts';
import { splitAddress } from './addresses.ts';
import { isListKind, isPartName } from './list-parts.ts';

const SECTIONS: Partial<Record<string, TargetKind>> = {
  decisions: 'decision',
  bodies: 'body',
  themes: 'theme',
  sources: 'source',
  essays: 'essay',
  timeline: 'event',
  people: 'person',
  glossary: 'term',
  conflicts: 'conflict',
  claims: 'claim',
  changes: 'correction',
  recommendations: 'recommendation',
  payments: 'payment',
};
const OWNED_HERE: Partial<Record<string, TargetKind>> = { f: 'finding', r: 'recommendation', q: 'quote' };

/** Whether the page below a list’s is a part of that list. */
const isPart = (kind: TargetKind, name: string): boolean => isListKind(kind) && (kind === 'person' || isPartName(name));

const LISTED = /^(\d{2}-\d{3}-\d{3})-(.+)$/;

/** The record that an address of the archive belonged to, whether or not it is still there; passages and sections belong to none. */
export function recordAt(address: string): { kind: TargetKind; id: string } | undefined {
  const [path, fragment] = splitAddress(address);
  const [section = '', owner = '', local] = path
    .replace(/^\/embed\/quote\//, '/quotes/')
    .split('/')
    .filter(Boolean);
  const kind = SECTIONS[section];
  if (section === 'quotes' && local && fragment === '') return { kind: 'quote', id: `${owner}/${local}` };
  if (!kind || local || /^[sp]-/.test(fragment)) return undefined;
  if (owner && fragment === '') return isPart(kind, owner) ? undefined : { kind, id: owner };
  if (owner && (kind === 'decision' || kind === 'source')) {
    const [, mark = '', own = ''] = /^([frq])-(.+)$/.exec(fragment) ?? [];
    const owned = OWNED_HERE[mark];
    return owned && { kind: owned, id: `${owner}/${own}` };
  }
  if (fragment === '' || (owner && !isPart(kind, owner))) return undefined;
  const [, decision, own] = LISTED.exec(fragment) ?? [];
  return kind === 'recommendation' || kind === 'payment'
    ? decision
      ? { kind, id: `${decision}/${own}` }
      : undefined
    : { kind, id: fragment };
}
