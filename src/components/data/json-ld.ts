import { archive } from '../../archive.ts';
import { openJsonLd } from '../../exports/json-ld.ts';
import { publication } from '../site/publication.ts';

/** What each page is, in the words of schema.org. */
export const jsonLd = openJsonLd(archive, publication);
