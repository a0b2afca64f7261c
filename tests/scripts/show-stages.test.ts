import { expect, test } from 'vitest';
import { showStages } from '../../scripts/build/show-stages.ts';

function watch(isTTY: boolean, columns = 60) {
  let time = 0;
  let written = '';
  const watcher = showStages({ isTTY, columns, write: (text) => (written += text) }, () => time);
  return {
    ...watcher,
    at: (milliseconds: number) => (time = milliseconds),
    read: () => {
      const text = written;
      written = '';
      return text;
    },
  };
}

test('a terminal shows how much of a stage is done, and how long the rest will take', () => {
  const { begin, advance, sum, end, at, read } = watch(true);
  begin('render');
  expect(read()).toBe('\r\x1B[Krender …');
  at(1000);
  advance(250, 12_000);
  expect(read()).toBe('\r\x1B[Krender: 250 of 12,000');
  at(4000);
  advance(1000, 12_000);
  expect(read()).toBe('\r\x1B[Krender: 1,000 of 12,000, about 44 s left');
  at(50_000);
  advance(1250, 12_000);
  expect(read()).toBe('\r\x1B[Krender: 1,250 of 12,000, about 8 min left');
  sum('12,000 pages');
  end(480);
  expect(read()).toBe('\r\x1B[Krender: 12,000 pages (480 s)\n');
});

test('it does not write more often than is seen, nor wider than the window', () => {
  const { begin, advance, at, read } = watch(true, 20);
  begin('index');
  read();
  at(10);
  advance(1, 1000);
  advance(2, 1000);
  at(60);
  advance(3, 1000);
  expect(read()).toBe('\r\x1B[Kindex: 1 of 1,000');
  at(5000);
  advance(10, 1000);
  expect(read()).toBe('\r\x1B[Kindex: 10 of 1,000,'.slice(0, 4 + 19));
});

test('elsewhere there is a line for each stage that took long or has something to say', () => {
  const { begin, advance, sum, end, read } = watch(false);
  begin('link');
  end(0.2);
  begin('cards');
  advance(1, 2);
  end(3.21);
  begin('index');
  sum('1 shard');
  end(0.1);
  expect(read()).toBe('cards (3.2 s)\nindex: 1 shard (0.1 s)\n');
});
