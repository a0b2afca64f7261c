import { describe, expect, test } from 'vitest';
import { listAnnotations, writeAnnotations } from '../../src/exports/annotations.ts';
import { expand, readStatements } from './linked-data.ts';
import { buildMadeUp, hostile, publication } from './made-up-archive.ts';

const archive = buildMadeUp();
const annotations = listAnnotations(archive, publication);
const collection = JSON.parse(writeAnnotations(archive, publication, annotations));
const find = (end: string) => annotations.find(({ id }) => id.endsWith(end));

test('the annotations parse as linked data, and every term means something', async () => {
  const statements = await readStatements(collection);
  expect(statements.match(/#type> <http:\/\/www\.w3\.org\/ns\/oa#Annotation>/g)).toHaveLength(annotations.length);
  expect(statements.match(/oa#hasTarget>/g)?.length).toBeGreaterThanOrEqual(annotations.length);
  const [node] = await expand(collection);
  expect(node?.['@type']).toEqual(['http://www.w3.org/ns/activitystreams#OrderedCollection']);
});

test('no two have the same id', () => {
  expect(new Set(annotations.map(({ id }) => id)).size).toBe(annotations.length);
});

describe('a quotation', () => {
  test('is about its exact words on the page where they were found', () => {
    expect(find('#q-11-222-333-hostile')?.target).toEqual([
      { type: 'SpecificResource', source: 'https://gazette.example/page', selector: { type: 'TextQuoteSelector', exact: hostile } },
    ]);
  });

  test('is about another page only where the official one was not seen to hold them', () => {
    expect(find('#q-11-222-333-formula')?.target.map(({ source }) => source)).toEqual([
      'https://paper.example/a?b=1&c=2',
      'https://paper.example/a?b=1&c=2',
    ]);
  });

  test('is left out where it was found nowhere', () => {
    expect(find('#q-11-222-333-apostrophe')).toBeUndefined();
  });

  test('says whose words they are and how far they were checked', () => {
    expect(find('#q-11-222-333-hostile')?.body[0]).toMatchObject({ value: 'Voice: complainant. Speaker: Ms Q. Checked: misplaced.' });
  });

  test('has the words before and after where the text is held', () => {
    const texts = new Map([['gazette', `Before it. ${hostile} After it.`]]);
    const [target] = listAnnotations(archive, publication, texts).find(({ id }) => id.endsWith('hostile'))?.target ?? [];
    expect(target?.selector).toMatchObject({ prefix: 'Before it. ', suffix: ' After it.' });
  });
});

test('a note is about the paragraph beside which it stands', () => {
  const note = annotations.find(({ id }) => id.includes('#n-decision-11-222-333-'));
  expect(note?.body).toMatchObject([{ purpose: 'commenting', value: 'It took about 428 days.' }]);
  const [target] = note?.target ?? [];
  expect(target?.source).toBe('https://record.example/archive/decisions/11-222-333/');
  const paragraph = archive.decisions[0]?.anchors[0]?.id;
  expect(target?.selector).toEqual({ type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3236', value: paragraph });
});
