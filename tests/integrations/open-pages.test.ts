import { expect, test } from 'vitest';
import { followPages } from '../../src/integrations/open-pages.ts';

const RELOAD = { type: 'full-reload', path: '*' };
const ERROR = { type: 'error', err: 'A made-up fault' };

/** Pages with a clock that stands still unless it is moved, and pages that remember what they were sent. */
function follow() {
  let time = 1_000;
  const open: { sent: object[]; send: (payload: object) => void }[] = [];
  const pages = followPages(
    () => open,
    () => time,
  );
  return {
    ...pages,
    wait: (milliseconds: number) => void (time += milliseconds),
    load: () => {
      pages.serve();
      const page = { sent: [] as object[], send: (payload: object) => void page.sent.push(payload) };
      return {
        sent: page.sent,
        arrive: () => {
          open.push(page);
          pages.connect(page);
        },
      };
    },
  };
}

test('an open page is told of a change', () => {
  const { load, reload, wait } = follow();
  const page = load();
  page.arrive();
  wait(10);
  reload();
  expect(page.sent).toEqual([RELOAD]);
});

test('a page that was on its way while something changed is told when it arrives, and one that was asked for later is not', () => {
  const { load, reload, wait } = follow();
  const early = load();
  wait(10);
  reload();
  wait(10);
  early.arrive();
  const late = load();
  late.arrive();
  expect(early.sent).toEqual([RELOAD]);
  expect(late.sent).toEqual([]);
});

test('an error shows in open pages and in those that arrive later, until something changes', () => {
  const { load, reload, showError, wait } = follow();
  const page = load();
  page.arrive();
  showError(ERROR);
  const other = load();
  other.arrive();
  expect([page.sent, other.sent]).toEqual([[ERROR], [ERROR]]);
  wait(10);
  reload();
  wait(10);
  const mended = load();
  mended.arrive();
  expect(mended.sent).toEqual([]);
});

test('an error that comes late, from before a change, is not shown over the page that was mended', () => {
  const { load, reload, showError, wait } = follow();
  reload();
  wait(150);
  const page = load();
  page.arrive();
  showError(ERROR);
  expect(page.sent).toEqual([]);
  wait(100);
  showError(ERROR);
  expect(page.sent).toEqual([ERROR]);
});

test('what was asked for and never arrived as a page is forgotten', () => {
  const { load, reload, serve, wait } = follow();
  serve();
  wait(10);
  reload();
  wait(60_000);
  const page = load();
  page.arrive();
  expect(page.sent).toEqual([]);
});
