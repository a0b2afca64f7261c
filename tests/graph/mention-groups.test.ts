import { describe, expect, it } from 'vitest';
import { buildUses } from '../../src/graph/mentions.ts';
import { groupMentions, listPassageTargets } from '../../src/graph/mention-groups.ts';
import type { Archive } from '../../src/graph/archive.ts';
import { findingEntry, recommendationEntry, reply } from '../builders/records.ts';

type Mentioned = Parameters<typeof groupMentions>[0];
const none: Mentioned = { mentions: new Map(), uses: new Map() };
const groupsOf = (archive: Partial<Mentioned>, ...target: [Parameters<typeof groupMentions>[1], string]) =>
  groupMentions({ ...none, ...archive }, ...target).map(({ kind, mentions }) => `${kind}: ${mentions.map(({ id }) => id).join(' ')}`);

describe('groupMentions', () => {
  it('groups by kind, decisions first', () => {
    const mentions: Archive['mentions'] = new Map([
      [
        'body:mill',
        [
          { kind: 'essay', id: 'on-roofs' },
          { kind: 'decision', id: 'first' },
          { kind: 'essay', id: 'on-walls' },
        ],
      ],
    ]);
    expect(groupsOf({ mentions }, 'body', 'mill')).toEqual(['decision: first', 'essay: on-roofs on-walls']);
  });

  it('finds a quotation in the findings, replies, recommendations and account of its decision', () => {
    const uses = buildUses([{ id: 'first', placed: { spans: [], quotes: ['first/a'] } }], {
      findings: [
        findingEntry('first/roof', { quotes: ['first/a'], replies: [reply('mill', { quotes: ['first/a'] })] }),
        findingEntry('first/wall', { replies: [reply('mill', { quotes: ['first/a'] })] }),
      ],
      recommendations: [
        recommendationEntry('first/mend', ['recommended 2020'], { quotes: ['first/a'] }),
        recommendationEntry('first/pay', ['recommended 2020']),
      ],
    });
    expect(groupsOf({ uses }, 'quote', 'first/a')).toEqual([
      'decision: first',
      'finding: first/roof first/wall',
      'recommendation: first/mend',
    ]);
  });

  it('is empty where nothing mentions it', () => {
    expect(groupsOf({}, 'quote', 'first/a')).toEqual([]);
  });
});

describe('listPassageTargets', () => {
  it('names what each passage is about', () => {
    expect(listPassageTargets([{ quote: 'first/a' }, { decision: 'first' }])).toEqual([
      { kind: 'quote', id: 'first/a' },
      { kind: 'decision', id: 'first' },
    ]);
  });
});
