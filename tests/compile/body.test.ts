import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileBody } from '../../src/compile/body.ts';
import { hashWords } from '../../src/compile/words.ts';
import { formatProblem } from '../../src/compile/problem.ts';
import { listCalls, readSegmentText, type Segment } from '../../src/compile/segments.ts';
import { placesOf } from '../builders/content.ts';

const compile = (body: string, grounded = false) => compileBody('a.mdx', body, '11-222-333', { grounded });
const problemsOf = (body: string, grounded = false) => placesOf(compile(body, grounded).problems);
const toHtml = (segments: readonly Segment[]): string =>
  segments.map((segment) => (typeof segment === 'string' ? segment : toHtml(segment.children))).join('');
const withoutIds = (html: string) => html.replace(/ id="p-[0-9a-f]{8}"|<a class="permalink".*?<\/a>/g, '');

test('a body is HTML with component calls between', () => {
  expect(compile('One <Quote id="words" /> two.\n\n<Opinion by="the editor">\n\nIt was *late*.\n\n</Opinion>\n').segments).toEqual([
    expect.stringMatching(/^<p id="p-[0-9a-f]{8}">One $/),
    { name: 'Quote', props: { id: '11-222-333/words' }, inline: true, children: [] },
    expect.stringMatching(/^ two.<a class="permalink" .*<\/a><\/p>\n$/),
    {
      name: 'Opinion',
      props: { by: 'the editor' },
      inline: false,
      children: [expect.stringMatching(/^<p id="p-[0-9a-f]{8}">It was <em>late<\/em>.<a .*<\/p>$/)],
    },
  ]);
});

test('a component inside a component stands among its children', () => {
  expect(listCalls(compile('<Note>See <Cite id="gazette" at="p 2" />.</Note>').segments).map(({ name, props }) => [name, props])).toEqual([
    ['Note', {}],
    ['Cite', { id: 'gazette', at: 'p 2' }],
  ]);
});

test('segments put together again are the HTML of the body without its tags', () => {
  const words = fc
    .array(fc.constantFrom('one', '*two*', '**three**', '`four`', '\\<', '&amp;', '“five”', 'ŵyth'), { minLength: 1, maxLength: 6 })
    .map((list) => list.join(' '));
  const part = fc
    .tuple(words, fc.constantFrom('', '> ', '- '))
    .map(([text, mark]) => [`${mark}${text} <Note>${text}</Note> end`, `${mark}${text} ${text} end`]);
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const [tagged, plain] = [0, 1].map((side) => compile(parts.map((pair) => pair[side]).join('\n\n')));
      expect(withoutIds(toHtml(tagged?.segments ?? []))).toBe(withoutIds(toHtml(plain?.segments ?? [])));
    }),
  );
});

test('segments kept as JSON are the same when they come back', () => {
  const { segments } = compile('A <Note>b <Cite id="gazette" /></Note>\n\n| c | d |\n|---|---|\n| e | <Term id="panel" /> |\n');
  expect(JSON.parse(JSON.stringify(segments))).toStrictEqual(segments);
});

test('the text of a body has no tags in it', () => {
  expect(readSegmentText(compile('One *two* <Note>three</Note> 3 \\< 4').segments)).toBe('One two three 3 &#x3C; 4');
});

test('the characters that mark a call cannot be smuggled in', () => {
  const { segments, problems } = compile('&#xE000;0&#xE001; <Note>b</Note>');
  expect([problems.length, listCalls(segments).length >= 1]).toEqual([2, true]);
});

test('paragraphs, headings and pins are anchors, headings with their words', () => {
  expect(compile('## What *they* did <Anchor id="s-did" />\n\nText. <Anchor id="p-old" />\n').anchors).toEqual([
    { id: 's-did', line: 1, column: 1, hash: hashWords('whattheydid'), heading: { text: 'What they did', depth: 2 } },
    { id: `p-${hashWords('text')}`, line: 3, column: 1, hash: hashWords('text') },
    { id: 'p-old', line: 3, column: 7, hash: hashWords('text') },
  ]);
});

test('an anchor has the words of the passage that it stands in, and none where it stands alone', () => {
  const hashes = ({ anchors }: { anchors: { id: string; hash: string }[] }) =>
    Object.fromEntries(anchors.map(({ id, hash }) => [id, hash]));
  expect(
    hashes(
      compile(
        '- One <Anchor id="p-a" />\n\n> *Two <Anchor id="p-b" />*\n\n<Anchor id="p-c" />\n\n## Four <Anchor id="s-old" /> <Anchor id="s-four" />\n',
      ),
    ),
  ).toMatchObject({
    'p-a': hashWords('one'),
    'p-b': hashWords('two'),
    'p-c': hashWords(''),
    's-old': hashWords('four'),
    's-four': hashWords('four'),
  });
});

test.each([
  ['a component that is never closed', 'One.\n\nTwo <Note>three\n\nFour <Term id="panel" />.', ['3:5 mdx-syntax']],
  ['a component that is never closed, at the end', '<Note>', ['1:1 mdx-syntax']],
  ['a closing tag alone', 'One </Note> two', ['1:6 mdx-syntax']],
  ['a comment of HTML', 'One <!-- two -->', ['1:6 mdx-syntax']],
  ['an address in angle brackets', 'See <https://example.org>', ['1:6 unsafe-link', '1:12 mdx-syntax']],
  ['several at once', 'One {\n\nTwo <3 three\n\nFour <Note>\n\nFive {six}', ['1:1 mdx-syntax']],
])('%s is a fault of syntax, and what is sound is left alone', (what, body, places) => {
  if (what === 'several at once') expect(problemsOf(body).length).toBeGreaterThanOrEqual(4);
  else expect(problemsOf(body)).toEqual(places);
});

test.each([
  ['a property without a value', '<Note hidden>a</Note>', 'a.mdx:1:1 <Note> has no property "hidden". Remove it.'],
  ['a property given twice', '<Quote id="a" id="b" />', 'a.mdx:1:1 <Quote> has the property "id" twice. Take one away.'],
  ['a property that is only named', '<Cite id="gazette" at />', 'a.mdx:1:1 <Cite> at="": Write something here.'],
  ['an empty property', '<Cite id="gazette" at="" />', 'a.mdx:1:1 <Cite> at="": Write something here.'],
  ['a missing property', '<Quote />', 'a.mdx:1:1 <Quote> needs the property "id". Add it.'],
  ['a misspelt property', '<Days form="a" from="a" to="b" />', 'a.mdx:1:1 <Days> has no property "form". Did you mean "from"?'],
  [
    'an id of another form',
    '<Event id="A b" />',
    'a.mdx:1:1 <Event> id="A b": Give an id: lower case letters, digits and hyphens, with its owner before a "/" where it has one.',
  ],
])('%s is refused', (_what, body, line) => {
  expect(compile(body).problems.map(formatProblem)).toEqual([line]);
});

test.each([
  ['in a sentence', 'They paid £600 in all.', ['1:11 typed-figure']],
  ['on a later line', 'They paid\n£600 and\nwaited 12 days.', ['2:1 typed-figure', '3:8 typed-figure']],
  ['with the number emphasised', 'They paid £**600**.', ['1:11 typed-figure']],
  ['with the number alone emphasised', 'It took **12** days.', ['1:11 typed-figure']],
  ['in a heading', '## About £600 <Anchor id="s-sum" />', ['1:10 typed-figure']],
  ['in a table', '| a |\n|---|\n| £600 |', ['3:3 typed-figure']],
  ['in a note', 'So.<Note>They paid £600.</Note>', ['1:20 typed-figure']],
  ['as a character reference', 'They paid &pound;600.', ['1:1 typed-figure']],
  ['in code', 'It was `£600`.', ['1:8 typed-figure']],
])('a figure typed %s is found', (_what, body, places) => {
  expect(problemsOf(body)).toEqual(places);
});

test.each([
  ['computed figures', 'They paid <Sum of="payments" />, after <Days from="a" to="b" />.'],
  ['a component between a number and "days"', 'In 2020 <Term id="panel" /> days passed.'],
  ['dates and references', 'On 3 May 2022, in 24 005 859, section 117(2).'],
  ['a number at the end of one paragraph', 'There were 3\n\ndays later'],
])('%s are not typed figures', (_what, body) => {
  expect(problemsOf(body)).toEqual([]);
});

test.each([
  ['a link inside a link', '[see <Quote id="words" />](https://example.org)', ['1:6 link-in-link']],
  ['a link inside a component that links', '<Body id="borough"><Theme id="waiting" /></Body>', ['1:20 link-in-link']],
  ['a footnote', 'One.[^a]\n\n[^a]: Two.', ['1:5 not-allowed', '3:1 not-allowed']],
  ['a picture', 'One ![two](https://example.org/x.png)', ['1:5 not-allowed']],
])('%s is refused', (_what, body, places) => {
  expect(problemsOf(body)).toEqual(places);
});

test('a term inside a note is no link in a link', () => {
  expect(problemsOf('<Note>See <Term id="panel" />.</Note>')).toEqual([]);
});

test.each([
  ['with nothing that ties it to the record', 'They waited.', ['1:1 unsourced-paragraph']],
  ['with a note only', 'They waited. <Note>Long.</Note>', ['1:1 unsourced-paragraph']],
  ['in a list', '- They waited.', ['1:3 unsourced-paragraph']],
  ['with a source', 'They waited. <Cite id="gazette" />', []],
  ['with a computed figure', 'They waited <Days from="a" to="b" />.', []],
  ['marked as opinion', '<Opinion by="the editor">\n\nThey waited.\n\n</Opinion>', []],
  ['in a note of several paragraphs', '<Note>\n\nThey waited.\n\n</Note>', []],
])('a paragraph of an account %s', (_what, body, places) => {
  expect(problemsOf(body, true)).toEqual(places);
});

test('references stand with their places', () => {
  expect(compile('One <Quote id="words" />.\n<Person id="family-aunt" decision="11-222-333" />').references).toEqual([
    { kind: 'quote', id: '11-222-333/words', line: 1, column: 5 },
    { kind: 'person', id: 'family-aunt', line: 2, column: 1 },
    { kind: 'decision', id: '11-222-333', line: 2, column: 1 },
  ]);
});

test('markup in words is text', () => {
  expect(toHtml(compile('A \\<script>alert(1)\\</script> & "b"').segments)).toContain('A &#x3C;script>alert(1)&#x3C;/script> &#x26; "b"');
});

test.each([
  ['# One <Anchor id="s-one" />', '1:1 not-allowed'],
  ['## One <Anchor id="s-one" />\n\n#### Two <Anchor id="s-two" />', '3:1 not-allowed'],
  ['## <Anchor id="s-one" />', '1:1 not-allowed'],
  ['Text. <Anchor id="f-plan" />', '1:7 bad-property'],
])('%j is refused', (body, problem) => {
  expect(problemsOf(body)).toEqual([problem]);
});

test('headings that fall and rise by one rank are accepted', () => {
  expect(
    problemsOf('## A <Anchor id="s-a" />\n\n### B <Anchor id="s-b" />\n\n## C <Anchor id="s-c" />\n\nText. <Anchor id="p-12345678" />'),
  ).toEqual([]);
});
