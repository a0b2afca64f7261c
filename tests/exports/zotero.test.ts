import { describe, expect, test } from 'vitest';
import { toMetaTags } from '../../src/exports/zotero.ts';
import { type Head, readAsZotero } from './read-as-zotero.ts';
import { archive, citable, records } from './made-up.ts';

const page = {
  title: 'A page',
  canonical: 'https://archive.example/page/',
  language: 'en-GB',
  firstTime: '1999-12-31',
  byline: 'Somebody Else',
};
const head = (metas: Head['metas'], more: Head['metas'] = []): Head => ({
  ...page,
  metas: [{ name: 'description', content: 'What the page is' }, ...metas, ...more],
});

/** What a share card, or somebody's plug-in, may put beside ours. */
const card = [
  { name: 'og:type', content: 'article' },
  { name: 'og:type', content: 'website' },
  { name: 'og:title', content: 'A card' },
  { name: 'og:url', content: 'https://archive.example/card/' },
  { name: 'og:description', content: 'A card' },
  { name: 'article:published_time', content: '2001-01-01' },
  { name: 'dc.type', content: 'Text' },
  { name: 'twitter:card', content: 'summary' },
];

describe('the rules of the translator', () => {
  const typeOf = (...metas: [string, string][]) => readAsZotero(head(metas.map(([name, content]) => ({ name, content })))).itemType;

  test.each([
    ['webpage', []],
    ['journalArticle', [['citation_title', 'A']]],
    [
      'report',
      [
        ['citation_title', 'A'],
        ['dc.type', 'report'],
      ],
    ],
    [
      'webpage',
      [
        ['dc.type', 'report'],
        ['og:type', 'website'],
      ],
    ],
    [
      'case',
      [
        ['z:itemType', 'case'],
        ['og:type', 'website'],
        ['dc.type', 'report'],
        ['citation_title', 'A'],
      ],
    ],
    [
      'report',
      [
        ['z:itemType', 'case'],
        ['citation_technical_report_institution', 'A'],
      ],
    ],
    ['webpage', [['z:itemType', 'ruling']]],
  ] as [string, [string, string][]][])('make a %s of %j', (type, metas) => {
    expect(typeOf(...metas)).toBe(type);
  });

  test('split the name of a body that has no comma, and find an ISSN in a reference', () => {
    const item = readAsZotero(
      head([
        { name: 'dc.creator', content: 'Drainage Board' },
        { name: 'z:itemType', content: 'report' },
        { name: 'dc.identifier', content: '03 178 471' },
      ]),
    );
    expect(item.creators).toEqual([{ creatorType: 'author', firstName: 'Drainage', lastName: 'Board' }]);
    expect(item.fields['ISSN']).toBe('0317-8471');
  });

  test('take the first time of the page for the date of what has none', () => {
    expect(readAsZotero(head([])).fields['date']).toBe('1999-12-31');
  });
});

test('a decision is saved as a case with its reference, date, bodies and address, whatever stands beside', () => {
  expect(readAsZotero(head(toMetaTags(citable('decision', '11-222-333'), 'Ours.'), card))).toEqual({
    itemType: 'case',
    fields: {
      title: 'Fen & Marsh Council',
      docketNumber: '11 222 333a',
      court: 'Ombudsman for Rivers and Lakes and Ombudsman for Roads',
      date: '2020-03-04',
      url: 'https://ombudsman.example/decisions/11-222-333a',
      abstractNote: 'Ours.',
      extra: 'In A made-up archive, brought up to 1 January 2024: https://archive.example/decisions/11-222-333/',
      language: 'en-GB',
    },
    creators: [
      { creatorType: 'author', lastName: 'Ombudsman for Rivers and Lakes' },
      { creatorType: 'author', lastName: 'Ombudsman for Roads' },
    ],
  });
});

test.each([
  ['decision', '22-333-444', { itemType: 'case', date: '2023-11', docketNumber: '22 333 444' }],
  ['decision', '33-444-555', { itemType: 'case', date: 'about February 2019' }],
  ['quote', '11-222-333/read', { itemType: 'case', docketNumber: '11 222 333a' }],
  [
    'event',
    '2020-2021-flood',
    {
      itemType: 'webpage',
      date: '2024-01-01',
      websiteTitle: 'A made-up archive',
      url: 'https://archive.example/timeline/#2020-2021-flood',
    },
  ],
  ['essay', 'mud', { itemType: 'webpage', title: 'What “mud” means' }],
  ['source', 'water-act', { itemType: 'statute', title: 'Water Act 1991', date: '1991', publicLawNumber: '1991 c. 57' }],
  ['source', 'report', { itemType: 'report', reportNumber: 'Circular 7', date: '2022-11' }],
  ['source', 'book', { itemType: 'book', publisher: 'Reed', place: 'Ely' }],
  ['source', 'chapter', { itemType: 'bookSection', bookTitle: 'Essays on fens', pages: '21-40' }],
  ['source', 'post', { itemType: 'blogPost', blogTitle: 'A fen blog', date: '2021-08-13' }],
  ['source', 'news', { itemType: 'newspaperArticle', publicationTitle: 'The Fen Herald', date: 'n.d.' }],
  ['source', 'gazette', { itemType: 'webpage', date: 'n.d.' }],
] as const)('the %s %s is saved as what it is', (kind, id, expected) => {
  const { itemType, fields } = readAsZotero(head(toMetaTags(citable(kind, id)), card));
  expect({ itemType, ...fields }).toMatchObject(expected);
});

test('people and bodies are saved as such, and nobody else', () => {
  const creatorsOf = (id: string) => readAsZotero(head(toMetaTags(citable('source', id)))).creators;
  expect(creatorsOf('chapter')).toEqual([
    { creatorType: 'author', firstName: 'Zoë', lastName: 'Łoś' },
    { creatorType: 'author', firstName: 'A. L.', lastName: 'de la Mare' },
  ]);
  expect(creatorsOf('report')).toEqual([{ creatorType: 'author', lastName: 'Drainage Board' }]);
  expect(creatorsOf('collection').map(({ creatorType, lastName }) => `${creatorType} ${lastName}`)).toEqual([
    'editor Ash',
    'editor Bell',
    'editor Crane',
    'editor Dunn',
  ]);
});

test('the scholarly tags, Dublin Core and Zotero’s own agree', () => {
  for (const [kind, id] of records(archive)) {
    const tags = new Map(toMetaTags(citable(kind, id)).map(({ name, content }) => [name, content]));
    expect(tags.get('citation_title')).toBe(tags.get('dc.title'));
    expect(tags.get('citation_public_url')).toBe(tags.get('z:url'));
    if (tags.has('citation_date'))
      expect([tags.get('dc.date'), tags.get('z:date')]).toEqual([tags.get('citation_date'), tags.get('citation_date')]);
  }
});
