import { stringify } from 'yaml';
import { defaults, evidence, write, writeSource } from './content.ts';
import { makeFolder } from './files.ts';

const decision = {
  ...defaults.decision,
  family: 'nowhere',
  findings: [{ id: 'delay', text: 'It was late.', bodies: ['borough'], evidence }],
  payments: [{ id: 'sorry', payer: 'borough', payees: ['nowhere-aunt'], pence: 30_000, reason: 'The delay.', evidence }],
  quotes: [{ id: 'late', text: 'far too late', voice: 'finding', speaker: { body: 'watchdog' }, evidence }],
};

/** The files of a small made-up archive without problems: one of each kind of record, and a quotation with its check. */
export const archiveFiles = {
  'archive.json': JSON.stringify(
    { title: 'A made-up archive', subject: 'Nothing real.', publisher: null, contact: null, wordsLicence: null, asOf: '2024-01-01' },
    null,
    2,
  ),
  'sources.json': `${JSON.stringify([writeSource('gazette'), writeSource('paper', { tier: 'press' })], null, 2)}\n`,
  'checks.jsonl': `${JSON.stringify({ quote: '11-222-333/late', source: 'gazette', held: false, on: 'unknown', result: 'verified' })}\n`,
  'bodies/watchdog.mdx': write('body', { name: 'The Watchdog', short: 'the Watchdog', role: 'ombudsman', duty: 'none' }),
  'bodies/borough.mdx': write('body', {}, '\nIt answered late. <Cite id="gazette" />\n'),
  'decisions/11-222-333.mdx': `---\n${stringify(decision, { aliasDuplicateObjects: false })}---\n\n## What was found <Anchor id="s-found" />\n\nIt was <Quote id="late" />. <Cite id="gazette" />\n`,
  'families/nowhere.mdx': write('family'),
  'events/2020-03-04-decided.mdx': write('event', { kind: 'decision' }),
  'events/2020-05-06-answered.mdx': write('event', { date: '2020-05-06' }),
  'themes/waiting.mdx': write('theme'),
  'terms/panel.mdx': write('term'),
  'essays/on-waiting.mdx': write(
    'essay',
    {},
    '\nThe answer came late. <Cite id="gazette" />\n\n<Opinion by="the author">\n\nThat is a pity.\n\n</Opinion>\n',
  ),
};

/** Writes that archive, with other files over it, into a fresh folder. */
export const makeArchive = (files: Record<string, string> = {}): string => makeFolder({ ...archiveFiles, ...files });
