import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/compile/problem.ts';
import { type CompiledRecord, compileRecord } from '../../src/compile/record.ts';
import { toAddress } from '../../src/graph/addresses.ts';
import { buildArchive } from '../../src/graph/build-archive.ts';
import { planPins, writePin } from '../../src/graph/pin.ts';
import { replayPermalinks } from '../../src/graph/permalinks.ts';
import type { PermalinkLine } from '../../src/schema/permalink.ts';
import { compile, folderOf, write } from '../builders/content.ts';
import { releaseLines } from '../builders/ledger.ts';

/** A made-up archive: a theme with its paragraphs, and events that share a page. */
interface Draft {
  label: string;
  paragraphs: string[];
  events: { id: string; title: string; date: string; paragraphs: string[] }[];
}

const FILE = 'content/themes/waiting.mdx';
const writeTheme = ({ label, paragraphs }: Draft) => write('theme', { label }, `${paragraphs.join('\n\n')}\n`);
const compileTheme = (text: string): CompiledRecord => {
  const { record } = compileRecord('theme', 'waiting', FILE, text);
  if (!record) throw new Error('The theme cannot be compiled');
  return record;
};
const toRecords = (draft: Draft, theme = writeTheme(draft)) => [
  compileTheme(theme),
  ...draft.events.map(({ id, title, date, paragraphs }) => compile('event', id, { title, date }, paragraphs.join('\n\n'))),
];
const build = (records: readonly CompiledRecord[], permalinks: readonly PermalinkLine[] = []) =>
  buildArchive(folderOf(records, { permalinks }));

/** What a reader finds at every address, by a way of its own: the title and date of a record, the paragraph of a passage. */
function readWords(draft: Draft, records: readonly CompiledRecord[]): Map<string, string> {
  const words = new Map([['/themes/waiting/', draft.label]]);
  const bodies = [
    { paths: ['/themes/waiting/'], paragraphs: draft.paragraphs },
    ...draft.events.map(({ id, paragraphs }) => ({ paths: ['/timeline/', `/timeline/${id}/`], paragraphs })),
  ];
  for (const { id, title, date } of draft.events)
    for (const address of [`/timeline/#${id}`, `/timeline/${id}/`]) words.set(address, `${title} ${date}`);
  for (const [index, { paths, paragraphs }] of bodies.entries()) {
    const ids = (records[index]?.anchors ?? []).filter(({ id }) => /^p-[0-9a-f]{8}$/.test(id));
    for (const [place, { id }] of ids.entries()) for (const path of paths) words.set(`${path}#${id}`, paragraphs[place] ?? '');
  }
  return words;
}

/** The paragraphs of today that were not there before and stand between the neighbours that a lost one had. */
function listNewBetweenNeighbours(lost: string, was: readonly string[], is: readonly string[]): string[] {
  const place = was.indexOf(lost);
  const before = was.slice(0, place).findLast((id) => is.includes(id));
  const after = was.slice(place + 1).find((id) => is.includes(id));
  const between = is.slice(before === undefined ? 0 : is.indexOf(before) + 1, after === undefined ? is.length : is.indexOf(after));
  return between.filter((id) => !was.includes(id));
}

const tells = (problems: readonly Problem[], address: string) => problems.some(({ message }) => `${message} `.includes(`${address} `));

// Every paragraph has a number of its own, so that no two are alike; the words around it come from few, so that edits look alike.
const phrase = fc.constantFrom('They met', 'Nobody came', 'It was asked', 'The plan was late');
const paragraph = fc.tuple(phrase, fc.integer({ min: 1000, max: 999_999 })).map(([words, number]) => `${words} in case ${number}.`);
const paragraphs = fc.uniqueArray(paragraph, { minLength: 1, maxLength: 7 });
const date = fc.constantFrom('2020', '2020-03', '2020-03-04', '2021-01-01', '2022-02~');
const event = fc.record({ id: fc.constantFrom('2020-met', '2021-wrote', '2021-paid', '2022-left'), title: phrase, date, paragraphs });

const draft: fc.Arbitrary<Draft> = fc
  .record({ label: phrase, paragraphs, events: fc.uniqueArray(event, { selector: ({ id }) => id, maxLength: 3 }) })
  .filter((one) => isDistinct(one));

const isDistinct = ({ paragraphs: own, events }: Draft) => {
  const all = [...own, ...events.flatMap((one) => one.paragraphs)];
  return new Set(all).size === all.length;
};

type Edit = (draft: Draft) => Draft;
const at = (list: readonly unknown[], place: number) => (list.length === 0 ? 0 : place % list.length);
const onParagraphs =
  (change: (list: string[]) => string[]): Edit =>
  (one) => ({ ...one, paragraphs: change(one.paragraphs) });

/** Edits after which every word stands where it was. */
const addition: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(), paragraph).map(([place, text]) => onParagraphs((list) => list.toSpliced(at(list, place), 0, text))),
  fc
    .tuple(fc.nat(), fc.nat())
    .map(([from, to]) => onParagraphs((list) => list.toSpliced(at(list, from), 1).toSpliced(at(list, to), 0, list[at(list, from)] ?? ''))),
  event.map(
    (added): Edit =>
      (one) =>
        one.events.some(({ id }) => id === added.id) ? one : { ...one, events: [added, ...one.events] },
  ),
);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  addition,
  fc.nat().map((place) => onParagraphs((list) => (list.length > 1 ? list.toSpliced(at(list, place), 1) : list))),
  fc
    .tuple(fc.nat(), fc.integer({ min: 1, max: 9 }))
    .map(([place, number]) =>
      onParagraphs((list) => list.with(at(list, place), `${(list[at(list, place)] ?? '').replace(/\.$/, '')} again ${number}.`)),
    ),
  fc
    .nat()
    .map((place) =>
      onParagraphs((list) =>
        list.length > 1
          ? [
              ...list.slice(0, at(list, place)),
              list.slice(at(list, place), at(list, place) + 2).join(' '),
              ...list.slice(at(list, place) + 2),
            ]
          : list,
      ),
    ),
  phrase.map((label): Edit => (one) => ({ ...one, label })),
  fc.tuple(fc.nat(), phrase, date).map(([place, title, on]): Edit => (one) => ({
    ...one,
    events: one.events.map((own, index) => (index === place % 3 ? { ...own, title, date: on } : own)),
  })),
  fc.nat().map((place): Edit => (one) => ({ ...one, events: one.events.filter((_event, index) => index !== place % 3) })),
);
const edits = fc.array(edit, { minLength: 1, maxLength: 6 });

const apply = (start: Draft, list: readonly Edit[]) => list.reduce((one, change) => change(one), start);

describe('over any sequence of edits', () => {
  test('an address shows the words it was published with, or a problem names it', () => {
    fc.assert(
      fc.property(draft, edits, (before, list) => {
        const after = apply(before, list);
        fc.pre(isDistinct(after));
        const [old, now] = [toRecords(before), toRecords(after)];
        const ledger = releaseLines(build(old).published.addresses, '2027-01-01');
        const { problems } = build(now, ledger);
        const [was, is] = [readWords(before, old), readWords(after, now)];
        const gone = (address: string) => tells(problems, address.split('#')[0] ?? '') || tells(problems, address);
        for (const [address, words] of was) {
          if (is.get(address) === words) continue;
          // A record and its share page are one thing and told once; a page that is gone takes its passages along.
          const event = /^\/timeline\/(?:#([0-9][a-z0-9-]+)|([0-9][a-z0-9-]+)\/)/.exec(address);
          const canonical = event ? `/timeline/#${event[1] ?? event[2]}` : address;
          const told = gone(address) || gone(canonical) || tells(problems, `/timeline/#${address.split('#')[1]}`);
          expect(
            told,
            `${address}: "${words}" is now "${is.get(address)}", and ${JSON.stringify(problems.map(({ message }) => message))}`,
          ).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('what is added or changes places is nothing to tell', () => {
    fc.assert(
      fc.property(draft, fc.array(addition, { minLength: 1, maxLength: 6 }), (before, list) => {
        const after = apply(before, list);
        fc.pre(isDistinct(after));
        expect(build(toRecords(after), releaseLines(build(toRecords(before)).published.addresses, '2027-01-01')).problems).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('a pin puts an address only where nothing else can stand, its words are still told, and a second run does nothing', () => {
    fc.assert(
      fc.property(draft, edits, (before, list) => {
        const after = apply(
          { ...before, events: [] },
          list.filter((change) => change(before).events === before.events),
        );
        fc.pre(isDistinct(after));
        const ledger = releaseLines(build(toRecords({ ...before, events: [] })).published.addresses, '2027-01-01');
        const text = writeTheme(after);
        const { pins } = planPins(build([compileTheme(text)], ledger).published);
        const pinned = pins.reduce((written, pin) => writePin(FILE, written, pin) ?? written, text);
        const { published, problems } = build([compileTheme(pinned)], ledger);
        const kept = new Set(published.addresses.map(({ path, fragment }) => toAddress(path, fragment)));
        const [was, is] = [toRecords({ ...before, events: [] }), [compileTheme(text)]].map(
          (records) => records[0]?.anchors.map(({ id }) => id) ?? [],
        );
        for (const { ids, into } of pins) {
          for (const id of ids) expect(listNewBetweenNeighbours(id, was ?? [], is ?? [])).toEqual([into]);
          expect(kept.has(`/themes/waiting/#${into}`)).toBe(true);
          for (const id of ids)
            expect([kept.has(`/themes/waiting/#${id}`), tells(problems, `/themes/waiting/#${id}`)]).toEqual([true, true]);
        }
        expect(planPins(published).pins).toEqual([]);
        expect(pinned.replace(/<Anchor id="p-[0-9a-f]{8}" \/>/g, '')).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  test('a release that follows a release adds lines only for what changed, and its ledger tells the same again', () => {
    fc.assert(
      fc.property(draft, edits, (before, list) => {
        const after = apply(before, list);
        fc.pre(isDistinct(after));
        const first = releaseLines(build(toRecords(before)).published.addresses, '2027-01-01');
        const { published } = build(toRecords(after), first);
        const second = releaseLines(published.addresses, '2027-02-02', published.permalinks);
        const lines = [...first, ...second].map((data, index) => ({ file: 'permalinks.jsonl', line: index + 1, data }));
        const { permalinks, problems } = replayPermalinks(lines, () => true);
        expect([problems, releaseLines(published.addresses, '2027-03-03', permalinks)]).toEqual([[], []]);
      }),
      { numRuns: 40 },
    );
  });
});
