import type { Voice } from './quote.ts';

/** What a section of a decision statement is for, by its usual headings: every statement has some of them, in some order. */
const sectionHeadings = {
  summary: ['the ombudsman s final decision', 'the ombudsmen s final decision', 'summary'],
  complaint: ['the complaint', 'complaint', 'the complaints', 'what the complaint is about'],
  scope: [
    'what i have investigated',
    'what i have not investigated',
    'what i have and have not investigated',
    'what we have investigated',
    'what we have not investigated',
    'what we have and have not investigated',
    'parts of the complaint i did not investigate',
    'parts of the complaint that i did not investigate',
  ],
  powers: [
    'the ombudsman s role and powers',
    'the ombudsmen s role and powers',
    'our role and powers',
    'the role and powers of the ombudsmen',
    'how we consider complaints',
    'legal and administrative background',
  ],
  considered: [
    'how i considered this complaint',
    'how we considered this complaint',
    'how i considered the complaint',
    'how we considered the complaint',
  ],
  law: [
    'relevant law and guidance',
    'law and guidance',
    'relevant legislation and guidance',
    'legislation and guidance',
    'relevant law',
    'the law',
    'guidance',
    'what should have happened',
    'law guidance and policies',
    'section 117 aftercare',
  ],
  facts: ['what happened', 'background', 'key facts', 'key events', 'summary of the key events', 'chronology', 'what happened next'],
  findings: [
    'what i found',
    'what we found',
    'findings',
    'my findings',
    'our findings',
    'finding',
    'analysis',
    'my analysis',
    'assessment',
    'my assessment',
    'my consideration',
    'was there fault',
    'was there fault causing injustice',
    'did the fault cause injustice',
    'fault',
    'injustice',
    'conclusion',
    'conclusions',
  ],
  remedy: [
    'agreed action',
    'agreed actions',
    'agreed remedy',
    'recommended action',
    'recommended actions',
    'recommendation',
    'recommendations',
    'agreed recommendations',
    'remedy',
    'action',
    'actions',
  ],
  decision: ['final decision', 'decision', 'draft decision', 'provisional decision'],
} as const;

export type SectionKind = keyof typeof sectionHeadings;

/** The voices in which words of a section can stand. A section that is none of these can hold any. */
const sectionVoices: Record<SectionKind, readonly Voice[]> = {
  summary: ['summary', 'finding', 'recommendation'],
  complaint: ['complainant'],
  scope: ['complainant', 'body', 'guidance'],
  powers: ['guidance'],
  considered: ['complainant', 'body', 'guidance'],
  law: ['guidance', 'literature'],
  facts: ['finding', 'complainant', 'body'],
  findings: ['finding', 'complainant', 'body', 'guidance', 'literature', 'recommendation'],
  remedy: ['recommendation', 'body'],
  decision: ['finding', 'recommendation', 'summary'],
};

const toWords = (heading: string) =>
  heading
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const kindByHeading = new Map(
  (Object.keys(sectionHeadings) as SectionKind[]).flatMap((kind) =>
    sectionHeadings[kind].map((heading): [string, SectionKind] => [heading, kind]),
  ),
);

/** What the section under a heading is for, or undefined where the heading is not a usual one. */
export const findSectionKind = (heading: string): SectionKind | undefined => kindByHeading.get(toWords(heading));

/** Whether words of this voice can stand in a section; what is unknown is never refused. */
export const allowsVoice = (section: SectionKind | undefined, voice: Voice): boolean =>
  section === undefined || voice === 'unknown' || sectionVoices[section].includes(voice);
