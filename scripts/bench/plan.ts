import { openRandom } from './random.ts';

/** Where a made-up decision stands: by itself, or as a step of a family's way through several. */
export interface Place {
  index: number;
  id: string;
  ref: string;
  date: string;
  /** The decisions of its family, by index, itself among them; one alone has none. */
  family: { id: string; members: readonly number[] } | undefined;
  /** The decision before it in the family. */
  before: number | undefined;
}

// Of twenty decisions fifteen stand alone, two follow one another, and so do three.
const BLOCK = 20;
const GROUPS: readonly (readonly [first: number, length: number])[] = [
  [15, 2],
  [17, 3],
];
const FIRST_DAY = Date.UTC(2010, 0, 1);
const DAYS = 4_380;
const DAY = 86_400_000;

const pad = (number: number) => String(number).padStart(3, '0');

const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day this many days after another. */
export const addDays = (day: string, days: number): string => toDay(Date.parse(day) + days * DAY);

/** The place of one decision. It does not depend on how many there are, so a small archive is the beginning of a large one. */
export function planDecision(seed: number, index: number): Place {
  const [block, position] = [Math.floor(index / BLOCK), index % BLOCK];
  const group = GROUPS.find(([first, length]) => position >= first && position < first + length);
  const first = block * BLOCK + (group?.[0] ?? position);
  const random = openRandom(seed, 'date', first);
  let time = FIRST_DAY + random.below(DAYS) * DAY;
  for (let step = first; step < index; step++) time += (400 + random.below(300)) * DAY;
  const date = toDay(time);
  const ref = `${date.slice(2, 4)} ${pad(Math.floor(index / 1000))} ${pad(index % 1000)}`;
  return {
    index,
    id: ref.replaceAll(' ', '-'),
    ref,
    date,
    family: group && { id: `family-${first}`, members: Array.from({ length: group[1] }, (_, step) => first + step) },
    before: index > first ? index - 1 : undefined,
  };
}

/** How many bodies, themes, terms, conflicts and essays an archive of so many decisions has: ever fewer new ones. */
export const countBodies = (decisions: number): number => 12 + Math.floor(3 * Math.sqrt(decisions));
export const countThemes = (decisions: number): number => 12 + Math.floor(4 * Math.log2(decisions + 1));
export const TERMS = 40;
export const countConflicts = (decisions: number): number => Math.ceil(decisions / 50);
export const countEssays = (decisions: number): number => Math.ceil(decisions / 500);

export const bodyId = (index: number): string => (index === 0 ? 'ombudsman' : `body-${index}`);
export const themeId = (index: number): string => `theme-${index}`;
export const termId = (index: number): string => `term-${index}`;
export const sourceId = (decision: string): string => `statement-${decision}`;
export const eventId = ({ id, date }: Pick<Place, 'id' | 'date'>): string => `${date}-${id}`;
