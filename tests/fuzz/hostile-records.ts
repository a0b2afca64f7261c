import { defaults, evidence, writeSource } from '../builders/content.ts';

type Fields = Record<string, unknown>;

/** A record of each kind in which every field that holds words holds hostile ones. */
export const hostileFields: Record<string, (next: () => string, id: string) => Fields> = {
  terms: (next) => ({ ...defaults.term, term: next(), definition: next() }),
  themes: (next) => ({ ...defaults.theme, label: next(), definition: next() }),
  events: (next) => ({ ...defaults.event, title: next(), dateNote: next(), evidence: [{ source: 'gazette', at: next(), note: next() }] }),
  bodies: (next) => ({ ...defaults.body, name: next(), short: next(), variants: [next()], summary: next() }),
  essays: (next) => ({ ...defaults.essay, title: next(), summary: next() }),
  conflicts: (next) => ({
    ...defaults.conflict,
    title: next(),
    view: next(),
    positions: [
      { text: next(), evidence },
      { text: next(), evidence },
    ],
  }),
  claims: (next) => ({
    ...defaults.claim,
    title: next(),
    at: next(),
    view: next(),
    tests: [{ label: next(), sum: {}, fits: true }],
  }),
  corrections: (next) => ({ ...defaults.correction, title: next(), was: next(), is: next(), why: next() }),
  decisions: (next, id) => ({
    ...defaults.decision,
    ref: id.replaceAll('-', ' '),
    title: next(),
    dateNote: next(),
    readNote: next(),
    summary: next(),
    statements: [{ body: 'borough', outcome: 'unknown', outcomeNote: next() }],
    complaint: [{ text: next(), evidence }],
    findings: [{ id: 'delay', text: next(), bodies: ['borough'], replies: [{ body: 'borough', text: next(), evidence }], evidence }],
    recommendations: [
      {
        id: 'mend',
        action: next(),
        to: ['borough'],
        toNote: next(),
        due: { text: next(), evidence },
        evidence,
        history: [{ state: 'recommended', text: next(), evidence }],
      },
    ],
    paymentsNote: next(),
    quotes: [
      { id: 'words', text: next(), voice: 'finding', speaker: { name: next() }, section: next(), evidence, sic: next(), note: next() },
    ],
    law: [{ source: 'gazette', at: next(), why: next() }],
  }),
};

/** A source in which every field that holds words holds hostile ones. */
export const hostileSource = (next: () => string, id: string): Fields =>
  writeSource(
    id,
    { short: next(), about: next(), readNote: next(), outcome: next() },
    {
      title: next(),
      genre: next(),
      author: [{ literal: next() }, { family: next(), given: next() }],
      number: next(),
      'container-title': next(),
      publisher: next(),
      'publisher-place': next(),
      page: next(),
      note: next(),
      URL: 'https://example.org/a?b=1&c=%3Cscript%3E#d',
    },
  );

const PUNCTUATION = /[!-/:-@[-`{-~]/g;

/** Words as Markdown must have them to mean nothing but themselves. */
const escapeMarkdown = (text: string): string => text.replace(PUNCTUATION, '\\$&').replace(/[ \t\n]+/g, ' ');

const places: readonly ((say: () => string, name: string) => string)[] = [
  (say, name) => `## ${say()} <Anchor id="s-${name}" />`,
  (say) => `${say()} <Cite id="gazette" at="p 2" />`,
  (say) => `- ${say()} *${say()}* **${say()}** <Cite id="gazette" />`,
  (say) => `> ${say()} <Cite id="gazette" />`,
  (say) => `| ${say()} | b |\n| --- | --- |\n| c | ${say()} |`,
  (say) => `<Note>${say()}</Note> ${say()} <Cite id="gazette" />`,
  (say) => `<Opinion by="the editor">\n\n${say()}\n\n</Opinion>`,
  (say) => `[${say()}](https://example.org/) <Sic>${say()}</Sic> <Cite id="gazette" />`,
];

/** A body with words in some of the places that Markdown has for them; `first` says in which, `name` is its own. */
export const hostileBody = (next: () => string, first: number, name: string): string =>
  [0, 3, 5].map((step) => places[(first + step) % places.length]?.(() => escapeMarkdown(next()), name) ?? '').join('\n\n');
