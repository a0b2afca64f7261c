import { describe, expect, test } from 'vitest';
import { ACCESS_BLANK, citationText, openCitations, styleIds } from '../../src/exports/citations.ts';
import { loadArchive } from '../../src/graph/load-archive.ts';
import { toCitable } from '../../src/exports/citable.ts';
import { addressOf, archive, citable, records } from './made-up.ts';

const cite = openCitations(process.cwd());

const inStyle = (style: string, kind: Parameters<typeof citable>[0], id: string) =>
  cite(citable(kind, id)).find((citation) => citation.style === style);

describe.each(styleIds)('in %s', (style) => {
  test('every kind of record prints as it always did', async () => {
    const lines = records(archive).flatMap(([kind, id]) => {
      const { cite: cited = '', entry } = inStyle(style, kind, id) ?? {};
      return [`${kind} ${id}`, `  ${cited}`, ...(entry ? [`  ${entry}`] : []), ''];
    });
    await expect(lines.join('\n')).toMatchFileSnapshot(`__golden__/${style}.txt`);
  });
});

test('an Act has its year once, its section, and no address in OSCOLA', () => {
  expect(inStyle('oscola', 'source', 'water-act')).toEqual({ style: 'oscola', cite: 'Water Act 1991, s\u00A012A.', entry: undefined });
  expect(inStyle('oscola', 'source', 'old-act')?.cite).toBe('Bridges Act 1530.');
});

test('a decision has no year in square brackets, which would look like a neutral citation', () => {
  for (const { cite: cited, entry } of cite(citable('decision', '11-222-333'))) expect(`${cited} ${entry}`).not.toMatch(/\[\d{4}\]/);
});

test('a month is never printed as a day, and a doubtful date stays in words', () => {
  expect(inStyle('oscola', 'decision', '22-333-444')?.cite).toContain('(Public report 22 333 444, November 2023)');
  expect(inStyle('oscola', 'decision', '33-444-555')?.cite).toContain('(Decision statement 33 444 555, about February 2019)');
});

test('words at second hand are cited as quoted in the work that was read, which alone is in the list', () => {
  const [oscola, harvard, apa] = cite(citable('quote', '11-222-333/second-hand'));
  expect(oscola?.cite).toMatch(
    /^Ombudsman for Rivers and Lakes .*\(Decision statement 11 222 333, 4 March 2020\), quoted in ‘The “wet” years’ .*, First part &#60;/,
  );
  expect(harvard?.entry).toMatch(/^‘The “wet” years’ \(2021\)/);
  expect(apa?.cite).toContain(', as cited in ');
});

test('the date of access is a blank for the reader', () => {
  const cited = inStyle('oscola', 'event', '2020-03-04-decision')?.cite;
  expect(cited).toBe(
    `‘The Ombudsmen’s first decision’ (<i>A made-up archive</i>, 1 January 2024) &#60;https://archive.example/timeline/#2020-03-04-decision&#62; accessed ${ACCESS_BLANK}.`,
  );
});

test('markup in a title is text', () => {
  const { cite: cited = '' } = inStyle('oscola', 'source', 'hostile') ?? {};
  expect(cited).toContain('&#60;i>Not&#60;/i>'.replaceAll('>', '&#62;'));
  expect(citationText(cited)).toContain('<i>Not</i>');
});

test('raised letters and figures stay what they are', () => {
  const report = citable('source', 'report');
  for (const { cite: cited, entry } of cite({ ...report, item: { ...report.item, title: 'A field of 2\u00A0km² in Upheld™, 1ª' } })) {
    expect(`${cited} ${entry}`).toContain('km² in Upheld™, 1ª');
  }
});

test('the order in which records are cited makes no difference', () => {
  const fresh = openCitations(process.cwd());
  const backwards = records(archive)
    .toReversed()
    .map(([kind, id]) => fresh(citable(kind, id)))
    .toReversed();
  expect(backwards).toEqual(records(archive).map(([kind, id]) => cite(citable(kind, id))));
});

describe('over the real archive', () => {
  const real = loadArchive(process.cwd()).archive;
  const all = real
    ? records(real).flatMap(([kind, id]) =>
        cite(toCitable(real, kind, id, addressOf)).map((citation) => ({ name: `${kind} ${id} ${citation.style}`, ...citation })),
      )
    : [];
  const texts = all.flatMap(({ name, cite: cited, entry }) =>
    [cited, ...(entry ? [entry] : [])].map((text) => ({ name, text: citationText(text) })),
  );

  test('every record is cited in every style', () => {
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter(({ text }) => text.length < 10)).toEqual([]);
  });

  test.each([
    ['a value that is not there', /undefined|null|\[object|NaN/],
    ['an empty part', /\(\s*\)|\[\s*\]|<>|‘’|“”|, ,|\(,|,\)|: ,|\.\.|,\.| \.| ,|;;|  /],
    ['a year twice', /\b(\d{4})\b[\s,(]+\1\b(?!-)/],
    ['a mark of the engine', /CSL|&#|\uE000/],
    ['what looks like a neutral citation', /\[(?:19|20)\d\d\]/],
  ])('nothing prints %s', (_name, pattern) => {
    expect(texts.filter(({ text }) => pattern.test(text.replace(ACCESS_BLANK, 'DATE')))).toEqual([]);
  });

  test('the only markup is italics, and it closes', () => {
    expect(
      all.filter(
        ({ cite: cited, entry = '' }) => /<(?!\/?i>)/.test(cited + entry) || cited.split('<i>').length !== cited.split('</i>').length,
      ),
    ).toEqual([]);
  });
});
