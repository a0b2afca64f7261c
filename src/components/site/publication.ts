import type { Publication } from '../../exports/publication.ts';

/** Where this build will be published. */
export const publication: Publication = { site: import.meta.env.SITE, base: import.meta.env.BASE_URL };
