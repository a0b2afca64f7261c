import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeDecision } from '../../../scripts/bench/decision.ts';
import { writeArchive, writeDecision } from '../../../scripts/bench/write-archive.ts';
import { compileFolder } from '../../../src/compile/folder.ts';
import { formatProblem } from '../../../src/compile/problem.ts';
import { buildArchive } from '../../../src/graph/build-archive.ts';
import { makeFolder } from '../../builders/files.ts';

const COUNT = 40;

const listFiles = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.\w+$/.test(file));

describe('writeArchive', { timeout: 60_000 }, () => {
  it('writes an archive without problems, whose decisions have five quotations and follow one another in families', () => {
    const folder = makeFolder({});
    writeArchive(folder, COUNT);
    const { archive, problems } = buildArchive(compileFolder(folder, 'made'));
    expect(problems.map(formatProblem)).toEqual([]);
    expect(archive?.decisions.map(({ data }) => data.quotes.length)).toEqual(Array.from({ length: COUNT }, () => 5));
    expect(
      archive?.lineages
        .map(({ recommendations }) => recommendations.length)
        .filter((length) => length > 1)
        .toSorted(),
    ).toEqual([2, 2, 3, 3]);
  });

  it('writes the same bytes again, and a smaller archive as the beginning of a larger one', () => {
    const [one, same, larger] = [makeFolder({}), makeFolder({}), makeFolder({})];
    writeArchive(one, 5);
    writeArchive(same, 5);
    writeArchive(larger, 10);
    const files = listFiles(one);
    const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
    for (const file of files) expect(read(same, file), file).toBe(read(one, file));
    for (const file of files.filter((name) => name.startsWith('decisions/'))) expect(read(larger, file), file).toBe(read(one, file));
  });
});

describe('makeDecision', () => {
  it('makes a record of about 1,400 words, in words that grow ever rarer', () => {
    const texts = Array.from({ length: 20 }, (_, index) => writeDecision(makeDecision(1, index)));
    const prose = texts.map((text) => text.match(/[a-zA-Z]+/g)?.length ?? 0);
    expect(Math.min(...prose)).toBeGreaterThan(1_300);
    expect(Math.max(...prose)).toBeLessThan(2_500);
    const words =
      texts
        .join(' ')
        .toLowerCase()
        .match(/[a-z]+/g) ?? [];
    const counts = [...Map.groupBy(words, (word) => word).values()].map(({ length }) => length).toSorted((a, b) => b - a);
    expect(counts.filter((count) => count === 1).length).toBeGreaterThan(counts.length * 0.4);
  });
});
