import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/graph/archive.ts';
import { formatInterval } from '../../src/graph/interval.ts';
import { findEventNeighbours, groupByYear, listLanes, sizeOfGap } from '../../src/graph/timeline.ts';
import { bodySchema } from '../../src/schema/body.ts';
import { eventSchema } from '../../src/schema/event.ts';

const evidence = [{ source: 'a-page' }];
const rest = { file: 'made-up.mdx', segments: [], anchors: [] };

const event = (id: string, date: string, more: object = {}): Entry<'event'> => ({
  kind: 'event',
  id,
  ...rest,
  data: eventSchema.parse({ title: id, date, kind: 'situation', evidence, ...more }),
});

const body = (id: string, role: string, more: object = {}): Entry<'body'> => ({
  kind: 'body',
  id,
  ...rest,
  data: bodySchema.parse({ name: id, short: id, role, duty: 'none', summary: id, evidence, ...more }),
});

describe('groupByYear', () => {
  it('puts each event under the year in which it begins, in the order given', () => {
    const years = groupByYear([event('a', '2019'), event('b', '2019-07/2021'), event('c', '2020-02-01')]);
    expect(years.map(({ year, rows }) => [year, rows.map((row) => row.event.id)])).toEqual([
      [2019, ['a', 'b']],
      [2020, ['c']],
    ]);
  });

  it('keeps the years in order where an event has no known start', () => {
    expect(groupByYear([event('a', '../2022'), event('b', '2019')]).map(({ year }) => year)).toEqual([2019, 2022]);
  });

  it('states the gap to the next event, also across the turn of a year', () => {
    const [last] = groupByYear([event('a', '2019-12-31'), event('b', '2020-01-01')])[0]?.rows ?? [];
    expect(last?.gap && formatInterval(last.gap)).toBe('1 day');
  });

  it('says at least so many days where a date is not known to the day', () => {
    const [first] = groupByYear([event('a', '2022-07-01'), event('b', '2023-11')])[0]?.rows ?? [];
    expect(first?.gap && formatInterval(first.gap)).toBe('at least 488 days');
  });

  it('states no gap where not one day is certain, nor after the last event', () => {
    const years = groupByYear([event('a', '2020-01/2020-06'), event('b', '2020-03-01'), event('c', '2020-03'), event('d', '2020-03-01')]);
    expect(years.flatMap(({ rows }) => rows.map(({ gap }) => gap))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('states no gap after an event whose end is open', () => {
    expect(groupByYear([event('a', '2019/..'), event('b', '2025-01-01')])[0]?.rows[0]?.gap).toBeUndefined();
  });
});

describe('findEventNeighbours', () => {
  const [a, b, c] = [event('a', '2020-01-01'), event('b', '2020-01-11'), event('c', '2020-02')];
  const events = [a, b, c];

  it('gives the events before and after with the days between', () => {
    const { before, after } = findEventNeighbours(events, b);
    expect([before?.event.id, before?.gap?.fewest, after?.event.id, after?.gap?.fewest]).toEqual(['a', 10, 'c', 21]);
  });

  it('gives none beyond the ends', () => {
    expect(findEventNeighbours(events, a).before).toBeUndefined();
    expect(findEventNeighbours(events, c).after).toBeUndefined();
  });
});

describe('sizeOfGap', () => {
  it.each([
    [1, 'days'],
    [14, 'weeks'],
    [90, 'months'],
    [365, 'years'],
  ])('calls %i days %s', (fewest, size) => {
    expect(sizeOfGap({ fewest, most: null, doubtful: false })).toBe(size);
  });
});

describe('listLanes', () => {
  const succeeds = (id: string, date = '2022-07-01') => [{ body: id, date, evidence }];
  const bodiesOf = (lanes: ReturnType<typeof listLanes>) => lanes.map(({ bodies }) => bodies.join(' '));

  it('gives a lane to each body that an event names, by role', () => {
    const bodies = [body('mill', 'nhs-trust'), body('town', 'council'), body('nobody', 'council'), body('board', 'ombudsman')];
    expect(
      bodiesOf(listLanes([event('a', '2020', { bodies: ['mill', 'board'] }), event('b', '2021', { bodies: ['town'] })], bodies)),
    ).toEqual(['board', 'town', 'mill']);
  });

  it('puts a body into the lane of the one that it took over from', () => {
    const bodies = [body('new', 'nhs-commissioner', { succeeds: succeeds('old') }), body('old', 'nhs-commissioner')];
    const [lane] = listLanes([event('a', '2020', { bodies: ['old'] }), event('b', '2023', { bodies: ['new'] })], bodies);
    expect([lane?.bodies, lane?.changes, lane?.events.length]).toEqual([['old', 'new'], ['2022-07-01'], 2]);
  });

  it('keeps lanes apart where one body was split into two', () => {
    const bodies = [
      body('old', 'council'),
      body('east', 'council', { succeeds: succeeds('old') }),
      body('west', 'council', { succeeds: succeeds('old') }),
    ];
    expect(bodiesOf(listLanes([event('a', '2020', { bodies: ['old', 'east', 'west'] })], bodies))).toEqual(['old', 'east', 'west']);
  });

  it('leaves background out, and puts events that name no body last', () => {
    const events = [event('a', '2020'), event('b', '2021', { bodies: ['mill'] }), event('c', '2021', { bodies: ['town'], context: true })];
    const lanes = listLanes(events, [body('mill', 'nhs-trust'), body('town', 'council')]);
    expect(lanes.map((lane) => [lane.bodies, lane.events.map(({ id }) => id)])).toEqual([
      [['mill'], ['b']],
      [[], ['a']],
    ]);
  });
});
