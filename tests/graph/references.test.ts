import { expect, test } from 'vitest';
import { resolveReferences } from '../../src/graph/resolve.ts';
import { compile, evidence, link, linkProblems, writeSource } from '../builders/content.ts';

const quote = { id: 'words', text: 'It shall act', voice: 'finding', speaker: { body: 'watchdog' }, evidence };
const check = { quote: '11-222-333/words', source: 'gazette', held: false, on: 'unknown', result: 'verified' };

test.each([
  [
    'in frontmatter',
    compile('event', 'review', { bodies: ['burough'] }),
    'content/events/review.mdx:6:10 unknown body "burough". Did you mean "borough"?',
  ],
  [
    'in a body',
    compile('event', 'review', {}, 'The <Body id="watchdgo" /> met.'),
    'content/events/review.mdx:7:5 unknown body "watchdgo". Did you mean "watchdog"?',
  ],
  [
    'to a source',
    compile('event', 'review', { evidence: [{ source: 'gazete' }] }),
    'content/events/review.mdx:5:22 unknown source "gazete". Did you mean "gazette"?',
  ],
  [
    'to nothing like it',
    compile('event', 'review', { themes: ['waiting'] }),
    'content/events/review.mdx:6:10 unknown theme "waiting". There is no theme of a name like it; add one or name another.',
  ],
  [
    'to a part of another decision',
    compile('event', 'review', { quotes: ['11-222-333/wards'] }),
    'content/events/review.mdx:6:10 unknown quote "11-222-333/wards". Did you mean "11-222-333/words"?',
  ],
])('a reference %s that leads nowhere is told with its place and the nearest id', (_what, record, line) => {
  expect(linkProblems([record, compile('decision', '11-222-333', { quotes: [quote] })], { checks: [check] })).toEqual([line]);
});

test('a check of a quotation that is not there is told by its line', () => {
  expect(linkProblems([], { checks: [{ ...check, quote: '11-222-333/wards' }] })).toEqual([
    'content/checks.jsonl:1:10 unknown quote "11-222-333/wards". There is no quote of a name like it; add one or name another.',
  ]);
});

test('a claim about an event that is not there is a problem and no crash', () => {
  const claim = compile('claim', 'long', {
    says: { fewerDaysThan: 9 },
    tests: [{ label: 'All of it', days: { from: 'nowhere', to: 'review' }, fits: true }],
  });
  expect(linkProblems([claim, compile('event', 'review')])[0]).toContain('unknown event "nowhere".');
});

test('a quotation that was never looked for is told', () => {
  expect(linkProblems([compile('decision', '11-222-333', { quotes: [quote] })])).toEqual([
    'content/decisions/11-222-333.mdx:12:10 The quotation "11-222-333/words" has no line in checks.jsonl. Add one; where the source was not read, its result is "not-read".',
  ]);
});

test.each([
  [['verified'], 'official', 'verified'],
  [['verified'], 'secondary', 'secondary-only'],
  [['not-read', 'misplaced'], 'official', 'misplaced'],
  [['not-found', 'not-read'], 'official', 'not-found'],
  [['not-read'], 'official', 'not-read'],
])('a quotation with the results %j in an %s source is %s', (results, tier, level) => {
  const options = { sources: [writeSource('book', { tier })], checks: results.map((result) => ({ ...check, source: 'book', result })) };
  expect(link([compile('decision', '11-222-333', { quotes: [quote] })], options).quotes.map(({ checked }) => checked)).toEqual([level]);
});

test.each([
  ['Ms Q', 'Ms Q was told', true],
  ['Ms Q', 'Ms\u00A0Q was told', true],
  ['Ms Q', 'Ms Quill was told', false],
  ['Ms Ŵ', 'so Ms Ŵ said', true],
  ['Ms Q', 'so Ms Qŵ said', false],
  ['Ms Q.', 'so Ms Qx said', false],
  ['Ms (Q', 'so Ms (Q said', true],
])('the name %j stands in %j: %j', (name, text, found) => {
  const family = compile('family', 'fam', {
    persons: [{ id: 'aunt', role: 'the aunt', names: [{ decision: '11-222-333', name, evidence }] }],
  });
  const archive = link([family, compile('decision', '11-222-333', { quotes: [{ ...quote, text }] })], { checks: [check] });
  expect(archive.quotes[0]?.persons).toEqual(found ? ['fam-aunt'] : []);
});

test('a name means another person in another decision', () => {
  const family = compile('family', 'fam', {
    persons: [{ id: 'aunt', role: 'the aunt', names: [{ decision: '22-333-444', name: 'Ms Q', evidence }] }],
  });
  const other = compile('decision', '22-333-444', { ref: '22 333 444' });
  const archive = link([family, other, compile('decision', '11-222-333', { quotes: [{ ...quote, text: 'Ms Q was told' }] })], {
    checks: [check],
  });
  expect(archive.quotes[0]?.persons).toEqual([]);
});

test('a thing knows the records that mention it, each once', () => {
  const archive = link([
    compile('event', 'review', { bodies: ['borough'] }, 'The <Body id="borough" /> met.'),
    compile('decision', '11-222-333'),
  ]);
  expect(archive.mentions.get('body:borough')).toEqual([
    { kind: 'decision', id: '11-222-333' },
    { kind: 'event', id: 'review' },
  ]);
});

test("a record's mention of its own parts is not one", () => {
  const decision = compile('decision', '11-222-333', { quotes: [quote] }, '<Quote id="words" /> <Decision id="11-222-333" />');
  const event = compile('event', 'review', { quotes: ['11-222-333/words'] });
  const archive = link([decision, event], { checks: [check] });
  expect([archive.mentions.get('quote:11-222-333/words'), archive.mentions.get('decision:11-222-333')]).toEqual([
    [{ kind: 'event', id: 'review' }],
    undefined,
  ]);
});

test('a decision in a file of another name is told', () => {
  expect(linkProblems([compile('decision', '11-222-334')])).toEqual([
    'content/decisions/11-222-334.mdx:2:1 The file is named "11-222-334" and holds 11 222 333. Rename it 11-222-333.mdx, or mend "ref".',
  ]);
});

test('a reference to a record that has faults of its own is not reported beside them', () => {
  const references = (['event', 'quote', 'person'] as const).map((kind, index) => ({
    kind,
    id: ['ball', '11-222-333/words', 'smiths-aunt'][index] ?? '',
    line: 1,
    column: 1,
  }));
  const faulty = [
    { kind: 'event', id: 'ball' },
    { kind: 'decision', id: '11-222-333' },
    { kind: 'family', id: 'smiths' },
  ] as const;
  expect(resolveReferences([{ file: 'a.mdx', references }], new Map(), [...faulty])).toEqual([]);
  expect(resolveReferences([{ file: 'a.mdx', references }], new Map())).toHaveLength(3);
});
