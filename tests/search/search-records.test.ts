import { describe, expect, it } from 'vitest';
import { countExpectedEntries, searchKindNames, searchKinds } from '../../src/exports/search-kinds.ts';
import { listFilterValues, listSearchRecords } from '../../src/exports/search-records.ts';
import { compile, evidence, link, writeSource } from '../builders/content.ts';

const quote = {
  id: 'late',
  text: 'too late for Mr\u00A0Y',
  voice: 'finding',
  speaker: { body: 'watchdog' },
  evidence,
  bodies: ['borough'],
  themes: ['waiting'],
};
const recommendation = {
  id: 'mend',
  action: 'Mend the roof for the nephew',
  to: ['borough'],
  evidence,
  history: [{ state: 'recommended', date: '2020', text: 'So it says.', evidence }],
};
const names = (name: string, decision: string) => ({ decision, name, evidence });
const archive = link(
  [
    compile('decision', '11-222-333', { family: 'kin', date: '2020-03-04', recommendations: [recommendation] }),
    compile('decision', '44-555-666', {
      ref: '44 555 666',
      title: 'The next decision',
      family: 'kin',
      date: '2022',
      quotes: [quote],
      recommendations: [{ ...recommendation, repeats: '11-222-333/mend' }],
    }),
    compile('family', 'kin', {
      persons: [
        { id: 'nephew', role: 'the nephew, who waited', names: [names('Mr Q', '11-222-333'), names('Mr Y', '44-555-666')] },
        { id: 'aunt', role: 'the aunt', names: [names('Ms A', '11-222-333')] },
      ],
    }),
    compile('body', 'mill', { name: 'The Mill at Nowhere', short: 'the Mill', variants: ['NM', 'the Mill'] }),
    compile('event', '2019-2021-wait', {
      date: '2019/2021',
      title: 'The nephew waits',
      persons: ['kin-nephew'],
      bodies: ['mill'],
      decisions: ['11-222-333'],
    }),
    compile('theme', 'waiting'),
    compile('term', 'panel', { variants: ['panel', 'panels', 'the board'] }),
    compile(
      'conflict',
      'two-counts',
      { passages: [{ decision: '11-222-333' }, { body: 'mill' }, { quote: '44-555-666/late' }] },
      'Said of <Person id="kin-nephew" /> by <Body id="mill" />. <Cite id="gazette" />\n\nMore & more.',
    ),
    compile('essay', 'waiting', { decisions: ['11-222-333'], themes: ['waiting'] }, 'Of <Person id="kin-aunt" />. <Cite id="gazette" />'),
  ],
  {
    sources: [writeSource('annals', {}, { author: [{ family: 'Clerk', given: 'Ann' }] })],
    checks: [{ quote: '44-555-666/late', source: 'gazette', held: false, on: 'unknown', result: 'verified' }],
  },
);
const records = listSearchRecords(archive);
const find = (kind: string, id: string) => {
  const record = records.find((one) => one.kind === kind && one.id === id);
  if (!record) throw new Error(`no ${kind} ${id}`);
  return record;
};
const contentOf = (kind: string, id: string) => {
  const { text } = find(kind, id);
  return 'content' in text ? text.content : undefined;
};

describe('listSearchRecords', () => {
  it('has every record of every kind once, in number as the archive’s own lists', () => {
    const counts = Object.fromEntries(searchKindNames.map((kind) => [kind, records.filter((record) => record.kind === kind).length]));
    expect(counts).toEqual(countExpectedEntries(archive));
    expect(new Set(records.map(({ kind, id }) => `${kind}:${id}`)).size).toBe(records.length);
  });

  it('takes the text from a page or from the archive, as the table of kinds declares', () => {
    expect(records.filter(({ kind, text }) => 'page' in text !== (searchKinds[kind].from === 'page'))).toEqual([]);
  });

  it('gives the one address of each, and to an event that of the timeline though its text is on a page of its own', () => {
    expect(find('event', '2019-2021-wait')).toMatchObject({
      address: '/timeline/#2019-2021-wait',
      text: { page: '/timeline/2019-2021-wait/' },
    });
    expect(find('quotation', '44-555-666/late')).toMatchObject({
      address: '/quotes/44-555-666/late/',
      text: { page: '/quotes/44-555-666/late/' },
    });
    expect(find('conflict', 'two-counts').address).toBe('/conflicts/#two-counts');
    expect(find('recommendation', '11-222-333/mend').address).toBe('/recommendations/#11-222-333-mend');
  });

  it('joins a recommendation and what repeats it into one', () => {
    expect(find('recommendation', '11-222-333/mend').filters).toMatchObject({
      decision: ['11 222 333', '44 555 666'],
      year: ['2020', '2022'],
      body: ['the Borough'],
    });
  });

  it('names filters as a reader sees them', () => {
    expect(find('quotation', '44-555-666/late').filters).toEqual({
      kind: ['quotation'],
      decision: ['44 555 666'],
      body: ['the Borough', 'the Watchdog'],
      voice: ['finding'],
      theme: ['Waiting'],
      year: ['2022'],
    });
  });

  it('gives a span every year that it touches', () => {
    expect(find('event', '2019-2021-wait').filters.year).toEqual(['2019', '2020', '2021']);
  });

  it('makes a decision answer to the letters that its persons have in the others', () => {
    expect(find('decision', '44-555-666').meta.also).toBe('Mr Q = Mr Y; Ms A = the aunt');
    expect(find('decision', '11-222-333').meta.also).toBe('Mr Y = Mr Q');
  });

  it('makes a quotation answer to the other letters of the persons in its words, and of no other', () => {
    expect(find('quotation', '44-555-666/late').meta.also).toBe('Mr Q = Mr Y');
  });

  it('makes what gives a person no letter answer to all of them', () => {
    expect(find('event', '2019-2021-wait').meta.also).toBe('Mr Q = the nephew; Mr Y = the nephew');
    expect(find('essay', 'waiting').meta.also).toBe('Ms A = the aunt');
  });

  it('makes a record answer only for persons that its text names', () => {
    expect(find('recommendation', '11-222-333/mend').meta.also).toBe('Mr Q = the nephew; Mr Y = the nephew');
  });

  it('lets bodies be found by their other names, and what concerns them too', () => {
    expect(find('body', 'mill').meta).toMatchObject({ title: 'The Mill at Nowhere', variants: 'NM; the Mill' });
    expect(find('event', '2019-2021-wait').meta.names).toBe('NM');
  });

  it('lets terms and sources be found by their other names', () => {
    expect(find('term', 'panel').meta.variants).toBe('panel; panels; the board');
    expect(find('source', 'annals').meta.variants).toBe('Page annals; Ann Clerk');
  });

  it('reads the text of a record as it is printed, with gaps where it is not', () => {
    expect(contentOf('conflict', 'two-counts')).toBe(
      'Two counts · One says so. · Another does not. · Said of the nephew, who waited by the Mill. · More & more. · Neither is settled.',
    );
  });

  it('tells what each person is called in each decision', () => {
    expect(find('person', 'kin-nephew').meta.title).toBe('Mr Q, Mr Y: the nephew');
    expect(contentOf('person', 'kin-nephew')).toBe('the nephew, who waited · Mr Q in 11 222 333 · Mr Y in 44 555 666');
  });
});

describe('listFilterValues', () => {
  it('has every value that something has, years from the last to the first', () => {
    const values = listFilterValues(archive);
    expect(values.year).toEqual(['2022', '2021', '2020', '2019']);
    expect(values.decision).toEqual(['11 222 333', '44 555 666']);
    expect(values.kind).toContain('conflict');
    expect(values.body).toEqual(['the Borough', 'the Mill', 'the Watchdog']);
  });
});
