import { describe, expect, it } from 'vitest';
import { buildBodyRecord } from '../../src/graph/body-record.ts';
import { buildLineages } from '../../src/graph/lineage.ts';
import type { Archive } from '../../src/graph/archive.ts';
import { decisionEntry, findingEntry, quoteEntry, recommendationEntry, reply } from '../builders/records.ts';

type Held = Parameters<typeof buildBodyRecord>[0];
const recordOf = (id: string, held: Partial<Held>) => {
  const empty: Held = { decisions: [], findings: [], recommendations: [], lineages: [], payments: [], quotes: [], events: [] };
  return buildBodyRecord({ ...empty, lineages: buildLineages(held.recommendations ?? [], new Map()), ...held }, id);
};

const statesOf = (id: string, recommendations: Archive['recommendations']) =>
  recordOf(id, { recommendations }).recommendations.map(({ made, steps }) => [
    made.join(' '),
    steps.map(({ state }) => state.state).join(' '),
  ]);

describe('buildBodyRecord', () => {
  it('gives its own replies only, and findings on others to which it replied', () => {
    const findings = [
      findingEntry('first/roof', { bodies: ['mill', 'town'], replies: [reply('town'), reply('mill')] }),
      findingEntry('first/wall', { bodies: ['town'], replies: [reply('mill')] }),
      findingEntry('first/door', { bodies: ['town'] }),
    ];
    expect(
      recordOf('mill', { findings }).findings.map(({ finding, concerned, replies }) => [finding.id, concerned, replies.length]),
    ).toEqual([
      ['first/roof', true, 1],
      ['first/wall', false, 1],
    ]);
  });

  it('follows a recommendation through every decision that made it to this body', () => {
    expect(
      statesOf('mill', [
        recommendationEntry('first/roof', ['recommended 2020', 'unknown']),
        recommendationEntry('second/roof', ['recommended 2021', 'done 2022'], { repeats: 'first/roof' }),
      ]),
    ).toEqual([['first/roof second/roof', 'recommended unknown recommended done']]);
  });

  it('does not give a body the state of what was later asked of another', () => {
    const recommendations = [
      recommendationEntry('first/roof', ['recommended 2020', 'unknown'], { to: ['old'] }),
      recommendationEntry('second/roof', ['recommended 2021', 'done 2022'], { to: ['new'], repeats: 'first/roof' }),
    ];
    expect(statesOf('old', recommendations)).toEqual([['first/roof', 'recommended unknown']]);
    expect(statesOf('new', recommendations)).toEqual([['second/roof', 'recommended done']]);
    expect(statesOf('mill', recommendations)).toEqual([]);
  });

  it('tells what a body said from what was said of it', () => {
    const quotes = [
      quoteEntry('first/a', { speaker: { body: 'mill' }, bodies: ['mill'] }),
      quoteEntry('first/b', { bodies: ['mill'] }),
      quoteEntry('first/c'),
    ];
    const { quotesBy, quotesAbout } = recordOf('mill', { quotes });
    expect([quotesBy, quotesAbout].map((own) => own.map(({ id }) => id))).toEqual([['first/a'], ['first/b']]);
  });

  it('gives its statements, and the decisions that it made', () => {
    const decisions = [
      decisionEntry('first', '2020'),
      decisionEntry('second', '2021', { statements: [{ body: 'town', outcome: 'unknown' }] }),
    ];
    expect(recordOf('mill', { decisions }).statements.map(({ decision }) => decision.id)).toEqual(['first']);
    expect(recordOf('board', { decisions }).decided.map(({ id }) => id)).toEqual(['first', 'second']);
  });
});
