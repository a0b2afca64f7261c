import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatProblem } from '../../src/compile/problem.ts';
import { compileRecord } from '../../src/compile/record.ts';
import { kindNames } from '../../src/schema/kinds.ts';
import { compile, evidence, placesOf, write } from '../builders/content.ts';

const linesOf = (text: string) => compileRecord('term', 'panel', 'content/terms/panel.mdx', text).problems.map(formatProblem);

test('a file becomes data, segments, anchors and references', () => {
  const record = compile('term', 'panel', {}, 'It meets. <Theme id="waiting" />\n');
  expect(record).toEqual({
    kind: 'term',
    id: 'panel',
    file: 'content/terms/panel.mdx',
    data: { term: 'Panel', definition: 'A group that meets.', variants: [], evidence: [{ source: 'gazette' }] },
    places: { '': { line: 2, column: 1 } },
    segments: [
      '<p id="p-076960c9">It meets. ',
      { name: 'Theme', props: { id: 'waiting' }, inline: true, children: [] },
      '<a class="permalink" href="#p-076960c9" aria-label="Link to: It meets."></a></p>',
    ],
    anchors: [{ id: 'p-076960c9', line: 6, column: 1, hash: '076960c9' }],
    references: [
      { kind: 'source', id: 'gazette', line: 4, column: 22 },
      { kind: 'theme', id: 'waiting', line: 6, column: 11 },
    ],
    placed: { spans: [], quotes: [] },
  });
});

test('all faults of a file are reported at once, each at its line and column', () => {
  const text = `---
term: "Pa\\u200Bnel"
definiton: A group.
definition: It waited 30 days.
variants: none
evidence:
  - sorce: gazette
---
## No address

Text with {code} and <div>HTML</div>.
A second line that costs £5 and £6.

<Theme id="Waiting" /> <Theme idd="waiting" />

[link](javascript:x) and [this][that]
`;
  expect(linesOf(text)).toEqual([
    'content/terms/panel.mdx:2:7 term: U+200B cannot be seen by a reader. Remove it.',
    'content/terms/panel.mdx:3:1 Unknown field "definiton". Did you mean "definition"?',
    'content/terms/panel.mdx:4:13 definition: "30 days" is a typed figure. Put it in the body as <Sum>, <Days> or <Payment>, so that it is computed.',
    'content/terms/panel.mdx:5:11 variants: Invalid input: expected array, received string.',
    'content/terms/panel.mdx:7:5 The field "evidence.0.source" is missing. Add it.',
    'content/terms/panel.mdx:7:5 Unknown field "sorce". Did you mean "source"?',
    'content/terms/panel.mdx:9:1 A heading needs an address of its own. End it with <Anchor id="s-..." />.',
    'content/terms/panel.mdx:11:11 An expression in braces is code. Remove it, or write \\{ for a brace.',
    'content/terms/panel.mdx:11:22 <div> is not a component of the vocabulary.',
    'content/terms/panel.mdx:12:26 "£5" is a typed figure. Write <Sum>, <Days>, <Payment> or <Claim>, so that it is computed.',
    'content/terms/panel.mdx:12:33 "£6" is a typed figure. Write <Sum>, <Days>, <Payment> or <Claim>, so that it is computed.',
    'content/terms/panel.mdx:14:1 <Theme> id="Waiting": Give an id: lower case letters, digits and hyphens, with its owner before a "/" where it has one.',
    'content/terms/panel.mdx:14:24 <Theme> has no property "idd". Did you mean "id"?',
    'content/terms/panel.mdx:14:24 <Theme> needs the property "id". Add it.',
    'content/terms/panel.mdx:16:1 "javascript:x" is not an address on the web. Use a component for a record, or an address that begins with https://.',
    'content/terms/panel.mdx:16:21 [this][that] refers to nothing. Define it, or take the brackets away.',
  ]);
});

test('a misspelt component is told the nearest, and HTML is not', () => {
  const text = '---\nterm: Panel\ndefinition: A group.\nevidence:\n  - source: gazette\n---\n<Themme id="waiting" /> <sic>a</sic>\n';
  expect(linesOf(text)).toEqual([
    'content/terms/panel.mdx:7:1 <Themme> is not a component of the vocabulary. Did you mean <Theme>?',
    'content/terms/panel.mdx:7:25 <sic> is not a component of the vocabulary.',
  ]);
});

test('the broken body of a file with broken frontmatter is reported too', () => {
  expect(placesOf(compileRecord('term', 'a', 'a.mdx', '---\nterm: [\n---\n{x}\n').problems)).toEqual([
    '3:1 malformed-frontmatter',
    '4:1 code-in-content',
  ]);
});

test('an id without its owner is made whole', () => {
  const quote = { id: 'words', text: 'It shall act', voice: 'finding', speaker: { body: 'watchdog' }, evidence };
  const finding = { id: 'late', text: 'It was late.', bodies: ['borough'], quotes: ['words', '99-888-777/others'], evidence };
  const record = compile(
    'decision',
    '11-222-333',
    { quotes: [quote], findings: [finding] },
    '<Quote id="words" /> <Finding id="99-888-777/other" />',
  );
  expect(record.references.filter(({ kind }) => kind === 'quote' || kind === 'finding').map(({ id }) => id)).toEqual([
    '11-222-333/words',
    '99-888-777/others',
    '11-222-333/words',
    '99-888-777/other',
  ]);
});

test.each([
  ['raw in the frontmatter', 'term', 'Pa\u202Enel', '', ['2:7 hidden-character']],
  [
    'as they are in the body',
    'term',
    'Panel',
    'Some words\u202E here.\nAnd\u200B here.',
    ['6:11 hidden-character', '7:4 hidden-character'],
  ],
  ['in the body where the parser would change them', 'term', 'Panel', 'Nothing\u0000 here.', ['6:8 hidden-character']],
  ['beyond the basic plane', 'term', 'Panel', 'Tagged\u{E0041} word\u200B.', ['6:7 hidden-character', '6:14 hidden-character']],
  ['as a character reference in words', 'term', 'Panel', 'Words &#x202E; here.', ['6:1 hidden-character']],
  [
    'as a character reference that no character has',
    'term',
    'Panel',
    'Words &#xD800;&#0; here.',
    ['6:1 hidden-character', '6:1 hidden-character'],
  ],
  [
    'as a character reference in the address of a link',
    'term',
    'Panel',
    'A [link](https://example.org/&#x200B;).',
    ['6:3 hidden-character'],
  ],
  ['as a character reference in a property', 'term', 'Panel', 'See. <Cite id="gazette" at="p&#x2066; 2" />', ['6:6 bad-property']],
  ['in code', 'term', 'Panel', 'Some `co\u202Ede`.', ['6:9 hidden-character']],
])('hidden characters %s are found', (_what, field, value, body, places) => {
  const text = `---\n${field}: ${value}\ndefinition: A group.\nevidence: [{ source: gazette }]\n---\n${body}`;
  expect(placesOf(compileRecord('term', 'a', 'a.mdx', text).problems)).toEqual(places);
});

test.each([
  ['\\u202E', 'term: U+202E cannot be seen by a reader. Remove it.'],
  ['\\0', 'term: U+0000 cannot be seen by a reader. Remove it.'],
  ['\\r', 'term: U+000D cannot be seen by a reader. Remove it.'],
  ['\\u2028', 'term: U+2028 cannot be seen by a reader. Remove it.'],
])('a hidden character written as the YAML escape %s is found', (escape, sentence) => {
  expect(linesOf(`---\nterm: "Pa${escape}nel"\ndefinition: A group.\nevidence: [{ source: gazette }]\n---\n`)).toEqual([
    `content/terms/panel.mdx:2:7 ${sentence}`,
  ]);
});

test('Welsh letters, no-break spaces and pounds in a quotation pass', () => {
  const quotes = [
    {
      id: 'words',
      text: 'Dylai’r Cyngor dalu £600 i Ŵyr\u00A0Llŷn o fewn 28 days',
      voice: 'finding',
      speaker: { body: 'watchdog' },
      evidence,
    },
  ];
  expect(
    compileRecord('decision', '11-222-333', 'a.mdx', write('decision', { quotes }, 'Ŵyth tŷ.\u00A0<Cite id="gazette" />')).problems,
  ).toEqual([]);
});

test('an honest paragraph may be very long', () => {
  const body = `${'They wrote to the Borough *again*, and [again](https://example.org), and nothing came of it. <Cite id="gazette" /> '.repeat(300)}`;
  expect(compileRecord('essay', 'a', 'a.mdx', write('essay', {}, body)).problems).toEqual([]);
});

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(
      ...'<>/{}[]()!*_~`#|-+=&;:"\'\\ \n\tab1£',
      '<Note>',
      '</Note>',
      '<Quote id="',
      '" />',
      '---\n',
      '&#x',
      '> ',
      '- ',
      '1. ',
      'export ',
      '\uE000',
      '\uE001',
      '\u0000',
      '\r',
    ),
  }),
);

test('no text makes the compiler throw', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kindNames), anything, fc.boolean(), (kind, text, whole) => {
      const { record, problems } = compileRecord(kind, 'a', 'a.mdx', whole ? write(kind, {}, text) : text);
      expect(record !== undefined || problems.length > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a text on which the parser itself breaks down is a problem', () => {
  expect(placesOf(compileRecord('term', 'a', 'a.mdx', write('term', {}, '\nOne <Opinion by="b">\n    - ')).problems)).toContain(
    '7:1 mdx-syntax',
  );
});

test('no frontmatter makes the compiler throw', () => {
  const yaml = fc.string({
    unit: fc.constantFrom(
      ...'{}[]:-?,&*!|>\'"#% \n\ta1',
      'term: ',
      'evidence:\n  - ',
      '<<: ',
      '&a ',
      '*a ',
      '!!set ',
      '__proto__: ',
      '\u0000',
    ),
  });
  fc.assert(
    fc.property(yaml, (text) => compileRecord('term', 'a', 'a.mdx', `---\n${text}\n---\n`).problems.length > 0),
    { numRuns: 300 },
  );
});

test('the same text gives the same record and the same problems', () => {
  const text = write('essay', { colour: 'red' }, 'One.\n\n<Note>two</Note> {three}\n');
  expect(compileRecord('essay', 'a', 'a.mdx', text)).toEqual(compileRecord('essay', 'a', 'a.mdx', text));
});
