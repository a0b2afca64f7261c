import type { Page } from 'playwright-core';
import { loadArchive } from '../../src/graph/load-archive.ts';
import { questions, spellings } from '../search/questions.ts';
import { submitQuery } from './submit-query.ts';

/** A test that is run often takes one of so many from the long lists, `npm run prove` the whole. */
export const SAMPLE = 7;

const take = <T>(items: readonly T[], every: number): T[] => items.filter((_, index) => index % every === 0);

/** What is asked in the form, one after the other, however the record is opened. */
const queries: readonly string[] = [
  ...questions.map(([question]) => question),
  ...spellings.map(([first]) => first),
  '“overly restrictive” policy "social worker"',
  '"fails to adhere"',
  'zebra',
  '<img src=x onerror=alert(1)> review',
];

/** What is asked in the address of the search page. */
const searchAddresses = [
  '/search/?q=care+coordinator',
  '/search/?q=care+coordinator&kind=quotation',
  '/search/?q=%22Mr+Q%22&decision=24+005+859',
  '/search/?kind=conflict',
];

/** Without a network, the page for addresses that lead nowhere is another: the one for what is not held. */
export const NOT_HELD = '/404.html';

/** Addresses of places: the first and the last of each kind of record and of passage, and what a link may carry besides. */
function listPlaces(): string[] {
  const { archive } = loadArchive(process.cwd());
  if (!archive) throw new Error('The archive has problems');
  const places = archive.addresses.filter(({ fragment }) => fragment !== '');
  const byKind = Map.groupBy(places, ({ kind, path, passage }) => `${kind} ${path.split('/')[1]} ${passage !== undefined}`);
  const ends = [...byKind.values()].flatMap((own) => [own[0], own.at(-1)]).filter((one) => one !== undefined);
  const [first] = ends;
  return [
    ...new Set([
      ...ends.map(({ path, fragment }) => `${path}#${fragment}`),
      ...(first ? [`${first.path}?seen=${first.hash}#${first.fragment}`] : []),
      '/',
      '/search/',
      '/timeline/',
      NOT_HELD,
    ]),
  ];
}

/** A page of a browser, whatever drives it. */
export interface Tab {
  go: (address: string) => Promise<unknown>;
  /** Runs a function in the page; what goes in and comes out must be plain data. */
  run: <R>(inPage: (given: string) => R | Promise<R>, given: string) => Promise<R>;
}

export const tabOf = (page: Page): Tab => ({ go: (address) => page.goto(address), run: (inPage, given) => page.evaluate(inPage, given) });

/** One way to open the record: from a server, from an installed site without a network, from a disk. */
export interface Edition {
  tab: Tab;
  /** The address at which a path of the site is opened. */
  addressOf: (path: string) => string;
  /** The path of the site that an address leads to, with its query and fragment. */
  pathOf: (address: string) => string;
}

/** The record from a server. `root` ends in a slash. */
export const served = (tab: Tab, root: string): Edition => ({
  tab,
  addressOf: (path) => new URL(path.slice(1), root).href,
  pathOf: (address) => (address.startsWith(root) ? `/${address.slice(root.length)}` : address),
});

/** The record from a folder, whose address `root` ends in a slash. */
export const fromFolder = (tab: Tab, root: string): Edition => ({
  tab,
  addressOf: (path) => new URL(path.slice(1).replace(/(^|\/)(?=$|[?#])/, '$1index.html'), root).href,
  pathOf: (address) =>
    served(tab, root)
      .pathOf(address)
      .replace(/(?<=\/)index\.html(?=$|[?#])/, ''),
});

const readResults = () => ({
  status: document.querySelector('record-search [role=status]')?.textContent ?? '',
  counts: [...document.querySelectorAll('record-search option')].map(({ textContent }) => textContent).join(' '),
  hits: [...document.querySelectorAll('.result')].map((result) => ({
    text: result.textContent,
    links: [...result.querySelectorAll('a')].map(({ href }) => href),
  })),
});

export type Answer = ReturnType<typeof readResults> & { asked: string };

const isAnswered = async (): Promise<void> => {
  const search = document.querySelector('record-search');
  while (!search?.hasAttribute('data-state')) await new Promise((resolve) => setTimeout(resolve, 20));
};

/** What an edition answers to every query, or every so many: which entries in which order, their words, and the places that they lead to. */
export async function readAnswers({ tab, addressOf, pathOf }: Edition, every = 1): Promise<Answer[]> {
  const read = async (asked: string): Promise<Answer> => {
    const { hits, ...rest } = await tab.run(readResults, '');
    return { asked, ...rest, hits: hits.map(({ text, links }) => ({ text, links: links.map(pathOf) })) };
  };
  const answers: Answer[] = [];
  for (const address of take(searchAddresses, every)) {
    await tab.go(addressOf(address));
    await tab.run(isAnswered, '');
    answers.push(await read(address));
  }
  await tab.go(addressOf('/search/'));
  for (const query of take(queries, every)) {
    await tab.run(submitQuery, query);
    answers.push(await read(query));
  }
  return answers;
}

const readPlace = async () => {
  await document.fonts.ready;
  const id = decodeURIComponent(location.hash.slice(1));
  const box = id ? document.getElementById(id)?.getBoundingClientRect() : document.querySelector('h1')?.getBoundingClientRect();
  return {
    title: document.title,
    heading: document.querySelector('h1')?.textContent ?? '',
    note: document.querySelector('link-note')?.textContent ?? '',
    inView: box !== undefined && box.bottom > 0 && box.top < innerHeight,
    fonts: [...document.fonts].filter(({ status }) => status === 'loaded').length,
  };
};

export type Place = Awaited<ReturnType<typeof readPlace>> & { opened: string };

/** What an edition shows at every place, or every so many. */
export async function readPlaces({ tab, addressOf }: Edition, every = 1): Promise<Place[]> {
  const places: Place[] = [];
  for (const opened of take(listPlaces(), every)) {
    await tab.go('about:blank');
    await tab.go(addressOf(opened));
    places.push({ opened, ...(await tab.run(readPlace, '')) });
  }
  return places;
}

/** The same without the page that an installed site replaces. */
export const readPlacesHeld = async (edition: Edition, every = 1): Promise<Place[]> =>
  (await readPlaces(edition, every)).filter(({ opened }) => opened !== NOT_HELD);
