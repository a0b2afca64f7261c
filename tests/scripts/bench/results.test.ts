import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../scripts/bench/draw-chart.ts';
import { measureProcess } from '../../../scripts/bench/measure-process.ts';
import { chooseBest, type Row } from '../../../scripts/bench/results.ts';
import { makeSearchEntries } from '../../../scripts/bench/search-entries.ts';

const row = (program: string, decisions: number, processor: number): Row => ({
  program,
  decisions,
  processor,
  change: 'cold',
  seconds: processor,
  memory: [],
  stages: [],
  day: '2026-01-01',
});

describe('chooseBest', () => {
  it('keeps of the runs of each build the one that took least', () => {
    const rows = [row('Hugo', 100, 3), row('Hugo', 100, 2), row('Hugo', 1_000, 9), row('Upheld', 100, 4)];
    expect(chooseBest(rows).map(({ program, decisions, processor }) => [program, decisions, processor])).toEqual([
      ['Hugo', 100, 2],
      ['Hugo', 1_000, 9],
      ['Upheld', 100, 4],
    ]);
  });
});

describe('drawChart', () => {
  it('draws the bars of one size on one scale, the longest the whole way', () => {
    const svg = drawChart([
      { program: 'Upheld', decisions: 100, seconds: 1, processor: 5, peak: 0 },
      { program: 'Hugo + Pagefind', decisions: 100, seconds: 1, processor: 10, peak: 0 },
      { program: 'Upheld', decisions: 1_000, seconds: 1, processor: 50, peak: 0 },
    ]);
    expect([...svg.matchAll(/width="(\d+)" height/g)].map(([, width]) => Number(width))).toEqual([250, 500, 500]);
  });
});

describe('measureProcess', { timeout: 60_000 }, () => {
  it.skipIf(process.platform !== 'linux')(
    'counts the memory of each process and the time of all, and rejects where the program fails',
    async () => {
      const hungry =
        'const held = Buffer.alloc(120e6, 1); const end = Date.now() + 400; while (Date.now() < end); process.exitCode = held[0] - 1';
      const { memory, processor } = await measureProcess(process.execPath, ['-e', hungry], process.cwd());
      expect(memory[0]?.megabytes).toBeGreaterThan(120);
      expect(processor).toBeGreaterThan(0);
      await expect(measureProcess(process.execPath, ['-e', 'process.exit(3)'], process.cwd())).rejects.toThrow('ended with 3');
    },
  );
});

describe('makeSearchEntries', () => {
  it('makes ten entries a decision, kind by kind, each with an address of its own', () => {
    const entries = makeSearchEntries(4);
    expect(entries.map(({ kind }) => kind).filter((kind, at, all) => kind !== all[at - 1])).toEqual([
      'decision',
      'quotation',
      'event',
      'recommendation',
      'source',
    ]);
    expect(new Set(entries.map(({ address }) => address)).size).toBe(40);
  });
});
