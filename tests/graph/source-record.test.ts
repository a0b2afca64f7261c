import { describe, expect, it } from 'vitest';
import { buildSourceRecord, formatIssued, formatNames, groupSources } from '../../src/graph/source-record.ts';
import { decisionEntry, quoteEntry, sourceEntry } from '../builders/records.ts';

describe('groupSources', () => {
  it('puts the statements of the archive’s own decisions before those of others, then shelf by shelf', () => {
    const decisions = [decisionEntry('first', '2020', { statements: [{ body: 'mill', outcome: 'upheld', source: 'own-page' }] })];
    const sources = [
      sourceEntry('blog'),
      sourceEntry('other-page', {}, { group: 'decision' }),
      sourceEntry('own-page', {}, { group: 'decision' }),
    ];
    expect(groupSources({ decisions, sources }).map(([shelf, own]) => [shelf, own.map(({ id }) => id)])).toEqual([
      ['own', ['own-page']],
      ['decision', ['other-page']],
      ['web', ['blog']],
    ]);
  });
});

describe('buildSourceRecord', () => {
  it('gathers the quotations that a source owns and those of others printed in it', () => {
    const quotes = [
      quoteEntry('blog/a', {}, 'verified', 'source'),
      quoteEntry('first/b', { evidence: [{ source: 'blog' }] }),
      quoteEntry('first/c'),
    ];
    expect(buildSourceRecord({ decisions: [], quotes }, 'blog').quotes.map(({ id }) => id)).toEqual(['blog/a', 'first/b']);
  });
});

describe('formatNames', () => {
  it('prints people and bodies in the order of reading', () => {
    expect(formatNames([{ family: 'Doe', given: 'Jane' }, { family: 'Roe' }, { literal: 'The Board' }])).toBe(
      'Jane Doe, Roe and The Board',
    );
  });
});

describe('formatIssued', () => {
  it.each([
    [[2022], '2022'],
    [[2022, 5], 'May 2022'],
    [[2022, 5, 3], '3 May 2022'],
  ])('prints %j as %s', (parts, text) => {
    expect(formatIssued({ 'date-parts': [parts] })).toBe(text);
  });
});
