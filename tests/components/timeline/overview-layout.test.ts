import { describe, expect, it } from 'vitest';
import { placeDate, placeYears, startOfYear } from '../../../src/components/timeline/axis.ts';
import { placeBand, placeLanes } from '../../../src/components/timeline/overview-layout.ts';
import type { OutstandingSpan } from '../../../src/graph/outstanding.ts';
import type { Entry } from '../../../src/graph/archive.ts';
import { eventSchema } from '../../../src/schema/event.ts';

// One pixel a day over two years, the first of them a leap year.
const bounds = { from: startOfYear(2020), to: startOfYear(2022) };
const axis = { bounds, from: 0, to: 731 };

const event = (id: string, date: string): Entry<'event'> => ({
  kind: 'event',
  id,
  file: 'made-up.mdx',
  segments: [],
  anchors: [],
  data: eventSchema.parse({ title: id, date, kind: 'situation', evidence: [{ source: 'a-page' }] }),
});

const span = (more: Partial<OutstandingSpan>): OutstandingSpan => ({
  lineage: 'first/roof',
  made: [{ recommendation: 'first/roof', decision: 'first', date: '2020-01-11' }],
  from: '2020-01-11',
  known: { date: '2020-01-11', state: 'recommended' },
  reported: undefined,
  foundNotDone: undefined,
  ended: undefined,
  open: undefined,
  ...more,
});

describe('placeDate', () => {
  it.each([
    ['2020-01-02', 1, 2],
    ['2020-02', 31, 60],
    ['2020', 0, 366],
    ['2020-02/..', 31, 731],
    ['../2020-02', 0, 60],
    ['2015-04', 0, 0],
  ])('places %s from its first day to the end of its last, inside the drawing', (date, from, to) => {
    expect(placeDate(date, axis)).toEqual({ from, to });
  });
});

describe('placeYears', () => {
  it('names every year where there is room, and fewer where there is not', () => {
    expect(placeYears(axis, 100).map(({ year }) => year)).toEqual([2020, 2021]);
    expect(placeYears(axis, 700).map(({ year }) => year)).toEqual([2020]);
  });
});

describe('placeLanes', () => {
  it('puts marks that would overlap on tracks of their own', () => {
    const lane = { bodies: ['mill'], changes: [], events: [event('a', '2020-01-01'), event('b', '2020-01-02'), event('c', '2020-06-01')] };
    const [placed] = placeLanes([lane], [], axis, 0, { pitch: 10, pad: 5, reach: 5 });
    expect([placed?.marks.map(({ across }) => across), placed?.to]).toEqual([[10, 20, 10], 30]);
  });
});

describe('placeBand', () => {
  it('leaves what is not known open to the edge', () => {
    const { sure, unknown } = placeBand(span({}), axis);
    expect([sure.to - sure.from, unknown]).toEqual([0, { from: 10, to: 731 }]);
  });

  it('ends where it was done, and is unsure for as long as the date is', () => {
    const { sure, perhaps, unknown } = placeBand(span({ ended: { state: 'done', date: '2020-02' } }), axis);
    expect([sure, perhaps, unknown]).toEqual([{ from: 10, to: 31 }, [{ from: 31, to: 60 }], undefined]);
  });
});
