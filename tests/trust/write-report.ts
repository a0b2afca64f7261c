import { type Judged, judge, type TestOutcome } from './judge.ts';
import type { PromiseGroup } from './promise.ts';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('*', '\\*').replaceAll('<', '&lt;');

function writeTests({ shownBy, missing }: Judged): string {
  const stateOf = (file: string, title: string) => missing.find((one) => one.file === file && one.title === title)?.state;
  const files = Object.entries(shownBy).map(([file, titles]) => {
    const names = titles.map((title) => {
      const state = stateOf(file, title);
      return state ? `${cell(title)} **(${state})**` : cell(title);
    });
    return `\`${file}\`: ${names.join(' · ')}`;
  });
  return files.join('<br>');
}

const writeRow = (judged: Judged): string =>
  `| ${judged.number} | ${cell(judged.text)} | ${judged.verdict}${judged.gap ? `: ${cell(judged.gap)}` : ''} | ${writeTests(judged)} |`;

const count = (rows: readonly Judged[], verdict: Judged['verdict']) => rows.filter((row) => row.verdict === verdict).length;

/** The report on a run, as Markdown: every promise, the tests that show it, and what came of them. `ranOn` says on what they ran. */
export function writeReport(groups: readonly PromiseGroup[], outcomes: readonly TestOutcome[], ranOn: string): string {
  const judged = groups.map((group) => ({ ...group, rows: group.promises.map((promised) => judge(promised, outcomes)) }));
  const rows = judged.flatMap((group) => group.rows);
  const open = rows.filter(({ verdict }) => verdict !== 'kept');
  const lines = [
    '# Trust: what is promised, and what the tests say of it',
    '',
    `Written by \`npm run prove\` from the results of its runs on ${ranOn}. Not edited by hand: a promise and its tests stand in \`tests/trust/promises/\`.`,
    '',
    `Of ${rows.length} promises ${count(rows, 'kept')} are kept, ${count(rows, 'kept in part')} in part; ${count(rows, 'failed')} failed and ${count(rows, 'not tested')} were not tested.`,
    ...(open.length > 0 ? [`Not wholly kept: ${open.map(({ number, verdict }) => `${number} (${verdict})`).join(', ')}.`] : []),
    ...judged.flatMap((group) => [
      '',
      `## ${group.letter}. ${group.subject}`,
      '',
      '| | Promise | Result | Shown by (files under `tests/`) |',
      '| --- | --- | --- | --- |',
      ...group.rows.map(writeRow),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
