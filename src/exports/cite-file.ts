import type { CiteFormat } from '../graph/urls.ts';
import { toBibtex } from './bibtex.ts';
import type { CslItem } from './csl.ts';
import { toRis } from './ris.ts';

const toCslJson = (items: readonly CslItem[]) => `${JSON.stringify(items, null, 2)}\n`;

/** How each format is called, served and written. */
export const citeFiles: Record<CiteFormat, { name: string; mediaType: string; write: (items: readonly CslItem[]) => string }> = {
  bib: { name: 'BibTeX', mediaType: 'application/x-bibtex; charset=utf-8', write: toBibtex },
  ris: { name: 'RIS', mediaType: 'application/x-research-info-systems; charset=utf-8', write: toRis },
  json: { name: 'CSL-JSON', mediaType: 'application/vnd.citationstyles.csl+json; charset=utf-8', write: toCslJson },
};
