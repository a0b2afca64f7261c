import type { Archive, QuoteEntry } from '../graph/archive.ts';

/** Whose words a part of the data is, since no one licence covers all of it. */
export const rightsParts = ['ours', 'ombudsmen', 'others'] as const;
export type RightsPart = (typeof rightsParts)[number];

export interface Rights {
  part: RightsPart;
  covers: string;
  terms: string;
  /** The licence, where one was given. */
  licence: { name: string; address: string } | null;
}

/** The terms of each part, in plain words. */
export const listRights = ({ settings }: Pick<Archive, 'settings'>): Rights[] => [
  {
    part: 'ours',
    covers:
      'Summaries, accounts, notes, essays, views and every other word that is not a quotation or a title; and the arrangement of the data.',
    terms: settings.wordsLicence
      ? `Licensed under ${settings.wordsLicence.name}.`
      : 'No licence has been stated yet. Until one is, ask before you republish more than the law allows.',
    licence: settings.wordsLicence,
  },
  {
    part: 'ombudsmen',
    covers: 'Quotations from the ombudsmen’s decisions.',
    terms:
      'We are told, and have not checked on its own page, that the Local Government and Social Care Ombudsman lets its decisions be used again free of charge if the source is acknowledged and the text is accurate, unchanged and not used misleadingly. Check its own terms first.',
    licence: null,
  },
  {
    part: 'others',
    covers: 'Quotations from articles, press, literature and guidance.',
    terms: 'They belong to their authors and publishers and are here only as short, attributed extracts. We can give no licence for them.',
    licence: null,
  },
];

/** Whose words a quotation is: those of a decision are the ombudsmen's, whoever speaks in it. */
export const rightsOf = ({ owner }: QuoteEntry): RightsPart => (owner.kind === 'decision' ? 'ombudsmen' : 'others');
