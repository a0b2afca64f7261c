import type { MadeDecision } from './decision.ts';
import { addDays, bodyId, eventId, sourceId, TERMS, termId, themeId } from './plan.ts';
import { openRandom } from './random.ts';
import { drawSentence, drawSentences, drawWords } from './words.ts';

/** A file of a content folder, its path from there. */
export interface MadeRecord {
  path: string;
  fields: Record<string, unknown>;
  body?: string;
}

const GENERAL = 'handbook';
const evidence = [{ source: GENERAL }];
const citation = `<Cite id="${GENERAL}" at="introduction" />`;
const toTitle = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);
const list = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

export const makeBodies = (seed: number, count: number): MadeRecord[] =>
  list(count, (index) => {
    const random = openRandom(seed, 'body', index);
    const place = toTitle(drawWords(random, 1));
    const name = index === 0 ? 'The Ombudsman' : `${place} ${random.pick(['Council', 'Trust', 'Board'])} number ${index}`;
    return {
      path: `bodies/${bodyId(index)}.mdx`,
      fields: {
        name,
        short: index === 0 ? 'the Ombudsman' : `the body ${place} ${index}`,
        role: index === 0 ? 'ombudsman' : random.pick(['council', 'nhs-trust', 'nhs-commissioner']),
        duty: index === 0 ? 'none' : 'duty-holder',
        summary: drawSentence(random),
        evidence,
      },
      body: `${drawSentences(random, 60)} ${citation}`,
    };
  });

export const makeThemes = (seed: number, count: number): MadeRecord[] =>
  list(count, (index) => {
    const random = openRandom(seed, 'theme', index);
    return {
      path: `themes/${themeId(index)}.mdx`,
      fields: { label: `${toTitle(drawWords(random, 2))} ${index}`, definition: drawSentence(random), evidence },
      body: `${drawSentences(random, 60)} ${citation}`,
    };
  });

export const makeTerms = (seed: number): MadeRecord[] =>
  list(TERMS, (index) => {
    const random = openRandom(seed, 'term', index);
    return {
      path: `terms/${termId(index)}.mdx`,
      fields: { term: `${drawWords(random, 2)} ${index}`, definition: drawSentence(random), evidence },
    };
  });

/** The event of the decision itself, and of every fifth what the body did next. */
export function makeEvents(seed: number, { id, date, index, bodies, themes, fields }: MadeDecision): MadeRecord[] {
  const random = openRandom(seed, 'event', index);
  const own = [{ source: sourceId(id), at: 'page header' }];
  const writeBody = () => `<Decision id="${id}" /> ${drawSentence(random)} <Cite id="${sourceId(id)}" at="page header" />`;
  const shared = { bodies: bodies.slice(0, 1), decisions: [id], themes: themes.slice(0, 1), evidence: own };
  return [
    {
      path: `events/${eventId({ id, date })}.mdx`,
      fields: { title: `Decided: ${fields.title}`, date, kind: 'decision', ...shared },
      body: writeBody(),
    },
    ...(index % 5 === 0
      ? [
          {
            path: `events/${eventId({ id, date: addDays(date, 90) })}.mdx`,
            fields: { title: toTitle(drawWords(random, 8)), date: addDays(date, 90), kind: 'exchange', ...shared },
            body: writeBody(),
          },
        ]
      : []),
  ];
}

/** The family of a decision that is the first of one, with those of its decisions that are there. */
export function makeFamily(seed: number, first: MadeDecision, members: readonly MadeDecision[]): MadeRecord {
  const id = first.family?.id ?? '';
  const random = openRandom(seed, 'family', id);
  const person = (name: string, title: string) => ({
    id: name,
    role: drawWords(random, 3),
    names: members.map((member) => ({
      decision: member.id,
      name: `${title} ${random.pick(['P', 'Q', 'R', 'S', 'T', 'V', 'X', 'Y'])}`,
      evidence: [{ source: sourceId(member.id), at: 'complaint' }],
    })),
  });
  return {
    path: `families/${id}.mdx`,
    fields: {
      title: toTitle(drawWords(random, 5)),
      summary: drawSentence(random),
      persons: [person('first', 'Mr'), person('second', 'Ms')],
      basis: drawSentence(random),
      evidence: [{ source: sourceId(first.id) }],
    },
  };
}

export function makeConflict(seed: number, number: number, { id, index }: MadeDecision): MadeRecord {
  const random = openRandom(seed, 'conflict', index);
  const side = (source: string) => ({ text: drawSentence(random), evidence: [{ source }] });
  return {
    path: `conflicts/conflict-${number}.mdx`,
    fields: {
      title: `${toTitle(drawWords(random, 5))} ${number}`,
      positions: [side(GENERAL), side(sourceId(id))],
      view: drawSentence(random),
      confidence: 'open',
      passages: [{ finding: `${id}/first` }],
    },
    body: `${drawSentence(random)} <Finding id="${id}/first" />`,
  };
}

export function makeEssay(seed: number, number: number, decisions: readonly MadeDecision[]): MadeRecord {
  const random = openRandom(seed, 'essay', number);
  const paragraphs = decisions.map(({ id }) => {
    const cite = `<Cite id="${sourceId(id)}" at="summary" />`;
    return `${drawSentences(random, 30)} ${cite} ${drawSentences(random, 30)} <Decision id="${id}" /> ${cite}`;
  });
  return {
    path: `essays/essay-${number}.mdx`,
    fields: {
      title: `${toTitle(drawWords(random, 5))} ${number}`,
      summary: drawSentence(random),
      order: number,
      decisions: decisions.map(({ id }) => id),
    },
    body: paragraphs.join('\n\n'),
  };
}

const writeSource = (id: string, title: string, short: string, custom: Record<string, unknown>, fields: Record<string, unknown> = {}) => ({
  id,
  type: 'report',
  title,
  ...fields,
  custom: { short, tier: 'official', read: 'whole', ...custom },
});

/** The page of the ombudsman that a decision rests on. */
export const makeSource = ({ id, ref, date, fields }: MadeDecision): Record<string, unknown> =>
  writeSource(
    sourceId(id),
    `${fields.title} (${ref})`,
    `Statement ${ref}`,
    { group: 'decision', about: 'A made-up statement.', statement: ref },
    { issued: { 'date-parts': [date.split('-').map(Number)] }, URL: `https://ombudsman.example/decisions/${id}` },
  );

export const generalSource = writeSource(GENERAL, 'A made-up handbook', 'the handbook', {
  group: 'guidance',
  about: 'A made-up handbook.',
});

export const makeChecks = ({ id, date, quotes }: MadeDecision): Record<string, unknown>[] =>
  quotes.map((quote, index) => ({
    quote: `${id}/${quote.id}`,
    source: sourceId(id),
    held: false,
    on: addDays(date, 30),
    result: 'verified',
    at: `para ${index + 1}`,
  }));
