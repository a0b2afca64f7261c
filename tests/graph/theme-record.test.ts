import { describe, expect, it } from 'vitest';
import { buildThemeRecord, countTheme } from '../../src/graph/theme-record.ts';
import { decisionEntry, essayEntry, eventEntry, findingEntry, quoteEntry, recommendationEntry } from '../builders/records.ts';

const themes = ['delay'];
const archive = {
  decisions: [decisionEntry('first', '2020'), decisionEntry('second', '2021'), decisionEntry('third', '2022')],
  findings: [findingEntry('second/roof', { themes }), findingEntry('second/wall')],
  recommendations: [recommendationEntry('first/mend', ['recommended 2020'], { themes })],
  quotes: [quoteEntry('second/a', { themes }), quoteEntry('gazette/b', { themes }, 'verified', 'source'), quoteEntry('third/c')],
  events: [eventEntry('flood', '2020', { themes }), eventEntry('fire', '2021')],
  essays: [essayEntry('on-delay', { themes })],
};

describe('buildThemeRecord', () => {
  it('gathers the passages decision by decision, and leaves out decisions that have none', () => {
    const { passages } = buildThemeRecord(archive, 'delay');
    expect(
      passages.map(({ decision, findings, recommendations, quotes }) => [
        decision.id,
        findings.length,
        recommendations.length,
        quotes.length,
      ]),
    ).toEqual([
      ['first', 0, 1, 0],
      ['second', 1, 0, 1],
    ]);
  });

  it('keeps quotations of other sources apart', () => {
    expect(buildThemeRecord(archive, 'delay').otherQuotes.map(({ owner }) => owner.id)).toEqual(['gazette']);
  });

  it('counts what it gathered', () => {
    expect(countTheme(buildThemeRecord(archive, 'delay'))).toEqual({ findings: 1, recommendations: 1, quotes: 2, events: 1, essays: 1 });
  });
});
