import { addDays, bodyId, countBodies, countThemes, eventId, type Place, planDecision, sourceId, TERMS, termId, themeId } from './plan.ts';
import type { Call, Piece, Section } from './prose.ts';
import { openRandom, type Random } from './random.ts';
import { drawSentence, drawSentences, drawWords } from './words.ts';

/** A made-up decision: its place, the fields of its frontmatter, and its text. */
export interface MadeDecision extends Place {
  fields: Record<string, unknown> & { title: string; summary: string };
  sections: Section[];
  bodies: string[];
  themes: string[];
  quotes: { id: string; text: string }[];
  /** What is to be paid to the first person of its family, in pence; nothing where it stands alone. */
  pence: number;
}

const QUOTES = 5;
const SECTIONS = ['What happened', 'What the council said', 'The assessment', 'What was found', 'What was asked for', 'What happened then'];
const PARAGRAPHS = 3;
const WORDS_A_PARAGRAPH = 50;
const voices = ['finding', 'recommendation', 'summary', 'complainant', 'body'] as const;
const outcomes = ['upheld', 'partly-upheld', 'not-upheld', 'fault-found'] as const;

const toTitle = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);

function makeText(
  random: Random,
  place: Place,
  { id, quotes, bodies, themes }: Pick<MadeDecision, 'id' | 'quotes' | 'bodies' | 'themes'>,
  before: Place | undefined,
): Section[] {
  const cite = (at: string): Call => ({
    name: 'Cite',
    props: { id: sourceId(id), at },
    words: `(Statement ${place.ref}, ${at})`,
  });
  const term = random.below(TERMS);
  const calls: Call[] = [
    ...quotes.map(({ id: quote, text }): Call => ({ name: 'Quote', props: { id: quote }, words: `“${text}”` })),
    ...bodies.map((body): Call => ({ name: 'Body', props: { id: body }, words: `the ${body.replaceAll('-', ' ')}` })),
    ...themes.map((theme): Call => ({ name: 'Theme', props: { id: theme }, words: theme.replaceAll('-', ' ') })),
    { name: 'Term', props: { id: termId(term) }, words: `term ${term}` },
    { name: 'Finding', props: { id: 'first' }, words: 'the first finding' },
    { name: 'Event', props: { id: eventId(place) }, words: `decided on ${place.date}` },
    ...(place.family ? [{ name: 'Person' as const, props: { id: `${place.family.id}-first` }, words: 'the complainant' }] : []),
    ...(before
      ? [
          { name: 'Decision' as const, props: { id: before.id }, words: `decision ${before.ref}` },
          { name: 'Days' as const, props: { from: eventId(before), to: eventId(place) }, words: 'some time' },
        ]
      : []),
  ];
  return SECTIONS.map((title, index) => ({
    title,
    anchor: `s-${index + 1}`,
    paragraphs: Array.from({ length: PARAGRAPHS }, (_, at) => {
      const call = calls.shift();
      const pieces: Piece[] = [drawSentences(random, WORDS_A_PARAGRAPH)];
      if (call) pieces.push(drawWords(random, 4), call, `${drawWords(random, 6)}.`);
      return [...pieces, cite(`para ${index * PARAGRAPHS + at + 1}`)];
    }),
  }));
}

/** Makes one decision of about 1,400 words with five quotations; the same for the same seed and index. */
export function makeDecision(seed: number, index: number): MadeDecision {
  const place = planDecision(seed, index);
  const before = place.before === undefined ? undefined : planDecision(seed, place.before);
  const random = openRandom(seed, 'decision', index);
  const { id, date, family } = place;
  const evidence = (at: string) => [{ source: sourceId(id), at }];
  const all = Array.from({ length: countBodies(index) - 1 }, (_, at) => bodyId(at + 1));
  const bodies = random.pickSome(all, 1 + random.below(3));
  const [first = bodyId(1)] = bodies;
  const themes = random.pickSome(
    Array.from({ length: countThemes(index) }, (_, at) => themeId(at)),
    2,
  );
  const quotes = Array.from({ length: QUOTES }, (_, at) => ({ id: `quote-${at + 1}`, text: drawWords(random, 6 + random.below(14)) }));
  const title = toTitle(drawWords(random, 7));
  const pence = family ? 10_000 * (1 + random.below(9)) : 0;
  const fields = {
    ref: place.ref,
    title,
    ...(family && { family: family.id }),
    date,
    dateEvidence: evidence('page header'),
    decidedBy: bodyId(0),
    form: 'decision-statement',
    read: 'whole',
    readNote: 'The whole statement was read.',
    summary: drawSentences(random, 50),
    statements: bodies.map((body, at) => ({
      ref: at === 0 ? place.ref : `${place.ref}${String.fromCharCode(96 + at)}`,
      body,
      outcome: random.pick(outcomes),
      category: toTitle(drawWords(random, 2)),
      ...(at === 0 && { source: sourceId(id) }),
    })),
    complaint: [1, 2].map((at) => ({ text: drawSentence(random), evidence: evidence(`complaint, para ${at}`) })),
    findings: ['first', 'second'].map((finding, at) => ({
      id: finding,
      text: drawSentence(random, 24),
      bodies: [first],
      replies: at === 0 ? [{ body: first, text: drawSentence(random, 14), evidence: evidence('replies') }] : [],
      quotes: [`quote-${at + 1}`],
      themes,
      evidence: evidence('findings'),
    })),
    recommendations: ['review', 'apology'].map((recommendation, at) => ({
      id: recommendation,
      action: toTitle(drawWords(random, 9)),
      to: [first],
      due: { date: addDays(date, 60), text: 'Within two months', evidence: evidence('agreed action') },
      ...(at === 0 && before && { repeats: `${before.id}/review` }),
      themes: themes.slice(0, 1),
      evidence: evidence('agreed action'),
      history: [
        { state: 'recommended', date, text: drawSentence(random, 12), evidence: evidence('agreed action') },
        {
          state: random.pick(['done', 'unknown']),
          date: addDays(date, 90),
          text: drawSentence(random, 12),
          evidence: evidence('follow-up'),
        },
      ],
    })),
    payments: family
      ? [
          {
            id: 'first',
            payer: first,
            payees: [`${family.id}-first`],
            pence,
            reason: drawSentence(random, 9),
            evidence: evidence('agreed action'),
          },
        ]
      : [],
    quotes: quotes.map((quote, at) => ({
      ...quote,
      voice: voices[at] ?? 'finding',
      speaker: voices[at] === 'body' ? { body: first } : { body: bodyId(0) },
      section: SECTIONS[at],
      evidence: evidence(`para ${at + 1}`),
      bodies: [first],
      themes: themes.slice(at % 2, 1 + (at % 2)),
    })),
  };
  return { ...place, fields, sections: makeText(random, place, { id, quotes, bodies, themes }, before), bodies, themes, quotes, pence };
}
