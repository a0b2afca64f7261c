import { expect, test } from 'vitest';
import { projectGrowth } from '../../../scripts/bench/project-growth.ts';
import type { Row } from '../../../scripts/bench/results.ts';

const row = (decisions: number, megabytes: number): Row => ({
  program: 'Upheld',
  decisions,
  change: 'cold',
  day: '2026-01-01',
  seconds: 0,
  processor: decisions * 0.2,
  memory: [{ program: 'node', megabytes }],
  stages: [
    { name: 'read and compile', seconds: 0, processor: decisions * 0.02 },
    { name: 'render', seconds: 0, processor: decisions * 0.1 },
    { name: 'offline', seconds: 0, processor: decisions * 0.05 },
  ],
});

test('what every part does again is counted for each, and what is divided once', () => {
  const [projected] = projectGrowth([row(1000, 1000), row(10_000, 2800)], [{ decisions: 100_000, parts: 10 }]) ?? [];
  expect(projected?.whole).toBeCloseTo(20_000);
  expect(projected?.part).toBeCloseTo(100_000 * (0.02 + 0.01));
  expect(projected?.merge).toBeCloseTo(100_000 * (0.02 + 0.08));
  expect(projected?.memory).toBeCloseTo(20_800);
});

test('nothing is projected from one size', () => {
  expect(projectGrowth([row(1000, 1000)], [{ decisions: 100_000, parts: 10 }])).toBeUndefined();
});
