import { describe, expect, it } from 'vitest';
import { parseQuery, type Term } from '../../src/components/search/parse-query.ts';
import { readSpellings } from '../../src/components/search/spellings.ts';

const spellings = readSpellings([
  ['section 117', 's117', 's.117'],
  ['care coordinator', 'care co-ordinator'],
]);

const show = (term: Term): string => {
  if (term.type === 'group') return `<${term.group.variants[0]?.join(' ')}>`;
  if (term.type === 'phrase') return `"${term.words.join(' ')}"`;
  return term.type === 'reference' ? `#${term.reference}` : term.word;
};
const parse = (text: string) => parseQuery(text, spellings).terms.map(show);

describe('parseQuery', () => {
  it.each([
    ['"shared failure" apology', ['"shared failure"', 'apology']],
    ['apology “shared failure” and “avoidable distress”', ['"shared failure"', '"avoidable distress"', 'apology']],
    ["'shared failure' apology", ['"shared failure"', 'apology']],
    ['‘the Council’s failure’ again', ['"the council \'s failure"', 'again']],
    ['"never closed', ['"never closed"']],
    ['apology "" "  "', ['apology']],
  ])('reads phrases in %s', (text, terms) => {
    expect(parse(text)).toEqual(terms);
  });

  it('takes an apostrophe for no quotation mark', () => {
    expect(parse('the Council’s and the Trust’s duty')).toEqual(['council', 'trust', 'duty']);
  });

  it.each(['24 005 859', '24005859', '24-005-859', '24 005 859a', '"24 005 859"', '24\u00A0005\u00A0859'])(
    'reads %s as a reference',
    (text) => {
      expect(parse(text)).toEqual(['#24005859']);
    },
  );

  it.each(['s117 apology', 'S117 Apology', 's.117 apology', 'section 117 apology', 'SECTION\u00A0117 apology'])(
    'reads %s alike',
    (text) => {
      expect(parse(text)).toEqual(['<section 117>', 'apology']);
    },
  );

  it('keeps to the words of a phrase, whatever the glossary counts as the same', () => {
    expect(parse('"care co-ordinator"')).toEqual(['"care coordinator"']);
  });

  it('reads a pseudonym as one name', () => {
    expect(parse('Mr Q and Mr\u00A0Y’s father')).toEqual(['"mr q"', '"mr y"', 'father']);
  });

  it('leaves out the words that questions are made of', () => {
    expect(parse('Who should have held the review?')).toEqual(['held', 'review']);
  });

  it('keeps them where there is nothing else', () => {
    expect(parse('what is this')).toEqual(['what', 'is', 'this']);
  });

  it('asks for the same only once', () => {
    expect(parse('review Review s117 section 117')).toEqual(['review', '<section 117>']);
  });

  it.each(['', '   ', '!?', '""'])('finds nothing to ask in "%s"', (text) => {
    expect(parse(text)).toEqual([]);
  });

  it.each([
    ['when was the review held', true, 'event'],
    ['what does section 117 mean?', true, 'term'],
    ['did the Trust apologise', true, undefined],
    ['apology of the Trust', false, undefined],
  ])('knows whether "%s" is a question, and after what', (text, question, kind) => {
    expect(parseQuery(text, spellings)).toMatchObject({ question, kind });
  });
});
