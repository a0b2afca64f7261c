import { buildArchive } from '../../src/graph/build-archive.ts';
import type { Archive } from '../../src/graph/archive.ts';
import { formatProblem } from '../../src/compile/problem.ts';
import type { Publication } from '../../src/exports/publication.ts';
import { compile, evidence, folderOf, writeSource } from '../builders/content.ts';

/** Where the made-up archive is published: under a path, so that every address shows that it keeps it. */
export const publication: Publication = { site: 'https://record.example', base: '/archive/' };

/** Words that a careless writer of HTML, XML, JSON-LD or CSV would let do harm. */
export const hostile = '</script><script>alert("1")</script> & ]]> <!-- it’s “so”';

const SHA256 = '0'.repeat(64);

const decisions = [
  compile(
    'decision',
    '11-222-333',
    {
      family: 'smallholders',
      read: 'part',
      complaint: [{ text: 'Nobody came.', evidence }],
      findings: [
        {
          id: 'delay',
          text: 'The Borough waited too long.',
          bodies: ['borough'],
          quotes: ['formula'],
          themes: ['waiting'],
          evidence,
          replies: [{ body: 'borough', text: 'It had no staff.', evidence: [{ source: 'paper', at: 'p 2' }] }],
        },
      ],
      recommendations: [
        {
          id: 'visit',
          action: 'Visit the aunt',
          to: ['borough'],
          foundNotCarriedOutBy: ['11-222-444/no-visit'],
          evidence,
          due: { date: '2020-06?', text: 'By the summer', evidence: [{ source: 'paper' }] },
          history: [
            { state: 'recommended', date: '2020-03-04', text: 'It was recommended.', evidence },
            { state: 'not-done', date: '2021-05', finding: '11-222-444/no-visit', text: 'Nobody had come.', evidence },
          ],
        },
      ],
      paymentReadings: [
        { id: 'each', label: 'if each is paid', text: 'Each is paid the whole.' },
        { id: 'shared', label: 'if they share', text: 'They share it.' },
      ],
      payments: [
        { id: 'each-aunt', payer: 'borough', payees: ['smallholders-aunt'], pence: 10_000, reason: 'Waiting', reading: 'each', evidence },
        { id: 'shared-all', payer: 'borough', payees: ['smallholders-aunt'], pence: 5_050, reason: 'Waiting', reading: 'shared', evidence },
      ],
      quotes: [
        {
          id: 'formula',
          text: '=HYPERLINK("http://x.test","read [...] me")',
          voice: 'finding',
          speaker: { body: 'watchdog' },
          themes: ['waiting'],
          note: 'A made-up formula.',
          evidence,
        },
        { id: 'hostile', text: hostile, voice: 'complainant', speaker: { person: 'smallholders-aunt' }, sic: 'Odd marks', evidence },
        { id: 'apostrophe', text: "'tis late, Ms Q said; twice", voice: 'body', speaker: { body: 'borough' }, evidence },
      ],
      law: [{ source: 'paper', at: 's 1', why: 'It says so.' }],
    },
    'The Borough was <Term id="panel">told</Term> to act & did <Quote id="formula" />. <Cite id="gazette" at="p 1" /><Note>It took <Days from="2020-03-04-asked" to="2021-05-06-still" />.</Note>\n\n<Quote id="hostile" />\n\n- One: <Sum of="payments" decision="11-222-333" /> <Cite id="gazette" />\n- <Person id="smallholders-aunt" /> waited. <Cite id="gazette" />\n',
  ),
  compile('decision', '11-222-444', {
    ref: '11 222 444',
    title: 'A second decision',
    date: '2021-05-06',
    family: 'smallholders',
    findings: [{ id: 'no-visit', text: 'Nobody had come.', bodies: ['borough'], evidence }],
    recommendations: [
      {
        id: 'visit',
        action: 'Visit the aunt',
        to: ['borough'],
        repeats: '11-222-333/visit',
        evidence,
        history: [{ state: 'agreed', date: '2021-05-06', text: 'Agreed.', evidence }],
      },
    ],
  }),
];

const events = [
  compile(
    'event',
    '2020-03-04-asked',
    { decisions: ['11-222-333'], bodies: ['borough'], persons: ['smallholders-aunt'], quotes: ['11-222-333/formula'] },
    'It was asked. <Person id="smallholders-aunt" /> waited.\n',
  ),
  compile('event', '2021-05-06-still', {
    title: 'Still nothing & <b>no</b> answer',
    date: '2021-05-06~',
    decisions: ['11-222-333', '11-222-444'],
  }),
  compile('event', '2019-on', { title: 'Waiting', date: '2019/..', kind: 'situation', context: true }),
];

const rest = [
  compile('family', 'smallholders', {
    persons: [
      {
        id: 'aunt',
        role: 'the aunt',
        names: [
          { decision: '11-222-333', name: 'Ms Q', evidence },
          { decision: '11-222-444', name: 'Ms X', evidence },
        ],
      },
    ],
    warnings: [{ text: 'Another Ms X is somebody else.' }],
  }),
  compile('body', 'parish', {
    name: 'The Parish',
    short: 'the Parish',
    variants: ['Parish; of Nowhere', '=Parish'],
    from: '2020-01-01',
    succeeds: [{ body: 'borough', date: '2020-01-01', evidence }],
    identifiers: [{ scheme: 'list', value: 'P1', verified: false }],
  }),
  compile('theme', 'waiting', { whose: 'The editors', law: [{ source: 'paper', why: 'It says so.' }] }),
  compile('term', 'panel', { variants: ['panels'] }),
  compile('conflict', 'two-counts', {
    positions: [
      { text: 'One says so.', quote: '11-222-333/formula', evidence },
      { text: 'Another does not.', evidence: [{ source: 'paper' }] },
    ],
    passages: [{ decision: '11-222-333' }, { payment: '11-222-333/each-aunt' }],
  }),
  compile('claim', 'a-sum', {
    says: { pence: 10_000 },
    at: 'p 9',
    tests: [{ label: 'One reading', sum: { reading: { decision: '11-222-333', id: 'each' } }, fits: true }],
  }),
  compile('claim', 'a-span', {
    says: { fewerDaysThan: 500 },
    title: 'A span',
    tests: [{ label: 'Days', days: { from: '2020-03-04-asked', to: '2021-05-06-still' }, fits: true }],
  }),
  compile(
    'essay',
    'on-waiting',
    { themes: ['waiting'], decisions: ['11-222-333'] },
    'People wait. <Cite id="paper" at="p 3" /> <Opinion by="the editors">Too long. <Sic>Realy</Sic></Opinion>\n',
  ),
  compile('correction', '2024-02-03-slip', { date: '2024-02-03', passages: [{ decision: '11-222-333' }, { event: '2020-03-04-asked' }] }),
];

const sources = [
  writeSource(
    'paper',
    {
      tier: 'press',
      short: 'The Paper',
      quotes: [{ id: 'line', text: '@all of you', voice: 'commentary', speaker: { name: 'A reader' }, evidence: [{ source: 'paper' }] }],
    },
    {
      type: 'article-newspaper',
      URL: 'https://paper.example/a?b=1&c=2',
      author: [{ literal: 'The Paper' }, { family: 'Doe', given: 'J' }],
      issued: { 'date-parts': [[2021, 5]] },
    },
  ),
];

const check = (quote: string, source: string, result: string) => ({ quote, source, held: false, on: 'unknown', result });
const checks = [
  check('11-222-333/formula', 'paper', 'verified'),
  { ...check('11-222-333/hostile', 'gazette', 'misplaced'), held: true, sha256: SHA256, at: 'p 4' },
  check('11-222-333/apostrophe', 'gazette', 'not-read'),
  check('paper/line', 'paper', 'verified'),
];

/** A made-up archive with at least one record of every kind, and words that are hard to write. */
export function buildMadeUp(settings: Partial<Archive['settings']> = {}): Archive {
  const folder = folderOf([...decisions, ...events, ...rest], { sources, checks });
  const gazette = folder.sources.find(({ id }) => id === 'gazette');
  if (gazette) gazette.data.URL = 'https://gazette.example/page';
  const base = folder.settings;
  if (!base) throw new Error('The made-up archive has no settings');
  const { archive, problems } = buildArchive({ ...folder, settings: { ...base, ...settings } });
  if (!archive) throw new Error(problems.map(formatProblem).join('\n'));
  return archive;
}
