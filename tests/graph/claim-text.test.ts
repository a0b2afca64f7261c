import { describe, expect, it } from 'vitest';
import { formatDays, formatSays } from '../../src/graph/claim-text.ts';

describe('formatSays', () => {
  it('prints the sum or the span that a claim gives', () => {
    expect([formatSays({ pence: 90_000 }), formatSays({ fewerDaysThan: 1_200 })]).toEqual(['£900', 'fewer than 1,200 days']);
  });
});

describe('formatDays', () => {
  it('prints the days that were computed, and nothing for a sum', () => {
    expect(formatDays({ label: 'a', fits: false, days: { fewest: 851, most: 851, doubtful: true } })).toBe('about 851 days');
    expect(formatDays({ label: 'a', fits: true })).toBeUndefined();
  });
});
