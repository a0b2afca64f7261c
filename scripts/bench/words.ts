import type { Random } from './random.ts';

// The commonest words of decisions of this kind, commonest first: they give Zipf's curve its head, and queries their words.
const COMMON = `the of to and a in was that it for on not had he she his her they with by as be from at been were an which this
  about would their have or who did could so when there after no also what said council care trust fault did found review should
  family decision complaint needs support plan because before did him them has said son mother daughter father aftercare service
  assessment team board time told asked until again only other more than out over made given took held whether during between
  health social worker services section letter records meeting months delay duty apology response home placement panel carer
  coordinator commissioner investigation evidence guidance policy offered agreed refused wrote explained recommended injustice distress
  frustration payment remedy officer manager school transport assessed eligible funding charge invoice contract provider agency
  hospital discharge treatment medication risk safeguarding advocate appeal tribunal court deadline reminder telephone email visit
  waiting late early failed completed arranged cancelled postponed allocated transferred closed reopened reduced increased stopped
  restored respite equipment adaptation grant tenancy rent repair noise planning permission enforcement licence parking benefit`
  .split(/\s+/)
  .filter((word, index, all) => all.indexOf(word) === index);

const STARTS = 'b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t th tr v w'.split(' ');
const MIDDLES = 'a e i o u ai ea ee ou ar er or an en in on al el il un'.split(' ');
const ENDS = 'b ck d ft g l ll m n nd nt p r rd rm s ss st t th x ve se ge le'.split(' ');
const SUFFIXES = ['', '', '', '', 'ed', 'ing', 's', 'ly', 'ment', 'ness', 'er', 'ation'];

const at = (values: readonly string[], index: number) => values[index % values.length] ?? '';

/** A word that no list holds, spelt from its rank: rare words are longer, as in any language. */
function spell(rank: number): string {
  const own = rank - COMMON.length;
  let left = Math.imul(own, 0x9e3779b1) >>> 0;
  const take = (values: readonly string[]) => {
    const value = at(values, left);
    left = Math.floor(left / values.length);
    return value;
  };
  const syllables = own < 2_000 ? 1 : own < 60_000 ? 2 : 3;
  const stem = Array.from({ length: syllables }, () => take(STARTS) + take(MIDDLES)).join('');
  return `${stem}${take(ENDS)}${own < 500 ? '' : at(SUFFIXES, own)}`;
}

// Words are as in English: the first five thousand follow Zipf's law, rarer ones a steeper one, so that those in use grow with about
// the square root of the corpus, as Heaps found.
const HEAD = 5_000;
const STEEPER = 1;
const HEAD_SHARE = Math.log(HEAD) / (Math.log(HEAD) + 1 / STEEPER);

/** Draws the rank of a word, 0 for the commonest. */
function drawRank(random: Random): number {
  const chance = random.next();
  if (chance < HEAD_SHARE) return Math.floor(HEAD ** (chance / HEAD_SHARE)) - 1;
  return Math.floor(HEAD * ((1 - chance) / (1 - HEAD_SHARE)) ** (-1 / STEEPER));
}

const drawWord = (random: Random): string => {
  const rank = drawRank(random);
  return COMMON[rank] ?? spell(rank);
};

const capitalise = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Words in a row, without marks. */
export const drawWords = (random: Random, count: number): string => Array.from({ length: count }, () => drawWord(random)).join(' ');

/** A sentence of about `length` words, with a comma in it and a full stop after it. */
export function drawSentence(random: Random, length = 18): string {
  const count = Math.max(5, Math.round(length * (0.6 + random.next() * 0.8)));
  const words = drawWords(random, count).split(' ');
  const comma = 2 + random.below(count - 3);
  return `${capitalise(words.map((word, index) => (index === comma ? `${word},` : word)).join(' '))}.`;
}

/** Sentences of about `words` words in all. */
export function drawSentences(random: Random, words: number): string {
  const sentences: string[] = [];
  for (let count = 0; count < words; count += sentences.at(-1)?.split(' ').length ?? words) sentences.push(drawSentence(random));
  return sentences.join(' ');
}
