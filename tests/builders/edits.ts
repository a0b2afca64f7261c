import { archiveFiles } from './archive-folder.ts';
import { write, writeSource } from './content.ts';

/** The files of a content folder. */
export type ContentFiles = Record<string, string>;

/** One change that an editor makes; `value` makes it another one each time. */
type Edit = (files: ContentFiles, value: number) => ContentFiles;

const DECISION = 'decisions/11-222-333.mdx';

const replace =
  (file: string, from: RegExp, to: string): Edit =>
  (files, value) => ({
    ...files,
    [file]: (files[file] ?? '').replace(from, to.replace('%', String(value))),
  });

const setSources: Edit = (files, value) => ({
  ...files,
  'sources.json': `${JSON.stringify([writeSource('gazette', { short: `Gazette ${value}` }), writeSource('paper', { tier: 'press' })], null, 2)}\n`,
});

const addEvent: Edit = (files, value) => ({
  ...files,
  [`events/2021-0${(value % 9) + 1}-extra.mdx`]: write(
    'event',
    { title: `Extra ${value}`, date: `2021-0${(value % 9) + 1}` },
    'So it was. <Cite id="gazette" />\n',
  ),
});

const removeEvents: Edit = (files) => Object.fromEntries(Object.entries(files).filter(([path]) => !path.includes('-extra.')));

const addTerm: Edit = (files, value) => ({ ...files, [`terms/term-${value % 4}.mdx`]: write('term', { term: `Term ${value}` }) });

const removeTerms: Edit = (files) => Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('terms/term-')));

/** Every kind of change, by name. All leave the content without problems. */
export const edits: Record<string, Edit> = {
  'the text of a decision': replace(DECISION, /\n\nIt was .*<Quote/, '\n\nIt was, % times, <Quote'),
  'the title of a decision': replace(DECISION, /^title: .*$/m, 'title: A decision %'),
  'a finding': replace(DECISION, /text: It was late.*$/m, 'text: It was late %.'),
  'the words of a quotation': replace(DECISION, /text: far too .*$/m, 'text: far too late %'),
  'the name of a body': replace('bodies/borough.mdx', /^name: .*$/m, 'name: "The Borough %"'),
  'the text of a body': replace('bodies/borough.mdx', /It answered .*\./, 'It answered % times.'),
  'the label of a theme': replace('themes/waiting.mdx', /^label: .*$/m, 'label: "Waiting %"'),
  'the date of an event': replace('events/2020-05-06-answered.mdx', /^date: .*$/m, 'date: "202%-05"'),
  'the title of an event': replace('events/2020-03-04-decided.mdx', /^title: .*$/m, 'title: "Decided %"'),
  'the text of an essay': replace('essays/on-waiting.mdx', /The answer came .*\./, 'The answer came % late.'),
  'the letters of a person': replace('families/nowhere.mdx', /"role":"the aunt[^"]*"/, '"role":"the aunt %"'),
  'the title of the archive': replace('archive.json', /"title": ".*"/, '"title": "Archive %"'),
  'the name of a source': setSources,
  'the result of a check': (files, value) => ({
    ...files,
    'checks.jsonl': `${JSON.stringify({ quote: '11-222-333/late', source: value % 2 ? 'paper' : 'gazette', held: false, on: 'unknown', result: 'verified' })}\n`,
  }),
  'an event more': addEvent,
  'events fewer': removeEvents,
  'a term more': addTerm,
  'terms fewer': removeTerms,
};

export const firstFiles: ContentFiles = { ...archiveFiles };
