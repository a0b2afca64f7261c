import type { Archive } from '../graph/archive.ts';
import { type Publication, toAddress } from './publication.ts';

/**
 * security.txt (RFC 9116), or nothing where the archive does not say whom to write to, and until when: the standard
 * wants both, and a date made up by the build would be a promise that nobody gave.
 */
export function toSecurityTxt({ settings }: Pick<Archive, 'settings'>, publication: Publication): string | undefined {
  const { contact, contactUntil } = settings;
  if (contact === null || contactUntil === undefined) return undefined;
  return [
    `Contact: mailto:${contact}`,
    `Expires: ${contactUntil}T23:59:59Z`,
    'Preferred-Languages: en',
    `Canonical: ${toAddress(publication, '/.well-known/security.txt')}`,
    '',
  ].join('\n');
}
