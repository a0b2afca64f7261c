import type { Archive } from '../../src/graph/archive.ts';
import { urlOnOnePage } from '../../src/graph/urls.ts';
import { compile, link, writeSource } from '../builders/content.ts';
import { type Citable, type CitableKind, toCitable } from '../../src/exports/citable.ts';
import type { AddressOf } from '../../src/exports/csl.ts';

const evidence = [{ source: 'gazette' }];
const ombudsmen = [{ literal: 'Ombudsman for Rivers and Lakes' }, { literal: 'Ombudsman for Roads' }];
const group = (name: string) => ({ group: name });
const on = (...parts: number[]) => ({ issued: { 'date-parts': [parts] } });

const sources = [
  writeSource('statement-a', group('decision'), {
    type: 'report',
    genre: 'Decision statement',
    title: 'Fen & Marsh Council (11 222 333a)',
    number: '11 222 333a',
    author: ombudsmen,
    ...on(2020, 3, 4),
    URL: 'https://ombudsman.example/decisions/11-222-333a',
  }),
  writeSource('listed', group('decision'), {
    type: 'report',
    genre: 'Decision statement',
    title: 'Two entries in a list',
    number: '33 444 555',
    author: ombudsmen,
    note: 'The date was not seen.',
  }),
  writeSource('water-act', group('law'), {
    type: 'legislation',
    title: 'Water Act 1991',
    number: '1991 c. 57',
    ...on(1991),
    URL: 'https://law.example/ukpga/1991/57/section/12A',
  }),
  writeSource('water-order', group('law'), {
    type: 'legislation',
    title: 'The Water (Fens) Order 2007',
    number: 'SI 2007/1889',
    ...on(2007, 6, 27),
    URL: 'https://law.example/uksi/2007/1889/made',
  }),
  writeSource('old-act', group('law'), { type: 'legislation', title: 'Bridges Act', ...on(1530) }),
  writeSource('book', group('literature'), {
    type: 'book',
    title: 'Water & people',
    author: [{ family: 'Carr', given: 'Anne' }],
    publisher: 'Reed',
    'publisher-place': 'Ely',
    ...on(1983),
  }),
  writeSource('collection', group('literature'), {
    type: 'book',
    title: 'Essays on fens',
    editor: ['Ash', 'Bell', 'Crane', 'Dunn'].map((family) => ({ family, given: 'M. J.' })),
    publisher: 'Sedge and Sons',
    ...on(2004),
  }),
  writeSource('chapter', group('literature'), {
    type: 'chapter',
    title: 'On dykes',
    author: [
      { family: 'Łoś', given: 'Zoë' },
      { family: 'de la Mare', given: 'A. L.' },
    ],
    'container-title': 'Essays on fens',
    publisher: 'Sedge and Sons',
    page: '21-40',
    ...on(2004),
  }),
  writeSource('report', group('guidance'), {
    type: 'report',
    title: 'How to drain 100% of a field_1',
    author: [{ literal: 'Drainage Board' }],
    number: 'Circular 7',
    version: '2.0',
    ...on(2022, 11),
    URL: 'https://board.example/a_b?x=1&y=2#z',
  }),
  writeSource(
    'post',
    {
      group: 'article',
      quotes: [
        {
          id: 'mud',
          text: 'mud everywhere',
          voice: 'commentary',
          speaker: { name: 'the blogger' },
          section: 'Second part, line 12',
          evidence: [{ source: 'post', at: 'Second part, line 12' }],
        },
      ],
    },
    { type: 'post-weblog', title: 'The ‘wet’ years', 'container-title': 'A fen blog', ...on(2021, 8, 13), URL: 'https://blog.example/wet' },
  ),
  writeSource('news', group('press'), {
    type: 'article-newspaper',
    title: '[Flood at last]',
    'container-title': 'The Fen Herald',
    URL: 'https://herald.example/1',
    note: 'The headline was not seen.',
  }),
  writeSource('hostile', group('web'), {
    title: '<i>Not</i> "mark-up" & {braces} \\ 5% #1 ~a^b',
    author: [{ literal: 'Wind, Rain & Sons' }],
    URL: 'https://web.example/{a}',
  }),
];

const quote = (id: string, fields: object) => ({
  id,
  text: `the words of ${id}`,
  voice: 'summary',
  speaker: { body: 'watchdog' },
  evidence,
  ...fields,
});

/** An invented archive with every kind that can be cited. */
export const archive: Archive = link(
  [
    compile('decision', '11-222-333', {
      statements: [{ ref: '11 222 333a', body: 'borough', outcome: 'upheld', source: 'statement-a' }],
      quotes: [
        quote('read', { section: 'summary', evidence: [{ source: 'statement-a', at: 'summary' }] }),
        quote('counted', { section: 'complaint, item 2', evidence: [{ source: 'statement-a', at: 'complaint, item 2' }] }),
        quote('second-hand', { evidence: [{ source: 'post', at: 'First part, lines 3 to 4' }] }),
      ],
    }),
    compile('decision', '22-333-444', {
      ref: '22 333 444',
      title: 'A decision of which no page was seen',
      date: '2023-11',
      form: 'public-report',
    }),
    compile('decision', '33-444-555', { ref: '33 444 555', title: 'A decision on an uncertain day', date: '2019-02~' }),
    compile('event', '2020-03-04-decision', { title: 'The Ombudsmen’s first decision' }),
    compile('event', '2020-2021-flood', { title: 'The water stays', date: '2020-11~/2021-02' }),
    compile('essay', 'mud', { title: 'What “mud” means' }),
  ],
  {
    sources,
    checks: [
      { quote: '11-222-333/read', source: 'statement-a', held: false, on: 'unknown', result: 'verified' },
      { quote: '11-222-333/counted', source: 'statement-a', held: false, on: 'unknown', result: 'misplaced' },
      { quote: '11-222-333/second-hand', source: 'statement-a', held: false, on: 'unknown', result: 'not-read' },
      { quote: 'post/mud', source: 'post', held: false, on: 'unknown', result: 'verified' },
    ],
  },
);

export const addressOf: AddressOf = (kind, id) => `https://archive.example${urlOnOnePage(kind, id)}`;

export const citable = (kind: CitableKind, id: string): Citable => toCitable(archive, kind, id, addressOf);

/** Every record that can be cited, by kind and id. */
export const records = (of: Archive): [CitableKind, string][] => [
  ...of.decisions.map(({ id }): [CitableKind, string] => ['decision', id]),
  ...of.quotes.map(({ id }): [CitableKind, string] => ['quote', id]),
  ...of.events.map(({ id }): [CitableKind, string] => ['event', id]),
  ...of.essays.map(({ id }): [CitableKind, string] => ['essay', id]),
  ...of.sources.map(({ id }): [CitableKind, string] => ['source', id]),
];
