import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planDecision } from './plan.ts';
import { openRandom, type Random } from './random.ts';
import { drawSentence, drawSentences, drawWords } from './words.ts';

const SEED = 1;
const WORDS_A_PARAGRAPH = 44;
const SECTIONS: readonly (readonly [title: string, paragraphs: number])[] = [
  ['The complaint', 3],
  ['The Ombudsman’s role and powers', 3],
  ['What I have and have not investigated', 2],
  ['How I considered this complaint', 2],
  ['What I found', 10],
  ['Agreed action', 3],
  ['Final decision', 1],
];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const toTitle = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);

const printDate = (date: string) => {
  const [year, month, day] = date.split('-');
  return `${day} ${MONTHS[Number(month) - 1]} ${year}`;
};

const writeSection = (random: Random, [title, paragraphs]: readonly [string, number]): string => {
  const items = Array.from({ length: paragraphs }, () => `<li>${drawSentences(random, WORDS_A_PARAGRAPH)}</li>`).join('\n');
  return `<h2>${title}</h2>\n<ol>\n${items}\n</ol>\n<p><a href="#main">Back to top</a></p>`;
};

/** A made-up decision page of some 1,400 words, in the form in which the ombudsman publishes them. */
function writePage(index: number, seed = SEED): { name: string; html: string } {
  const random = openRandom(seed, 'page', index);
  const { id, ref, date } = planDecision(seed, index);
  const body = `${toTitle(drawWords(random, 1))} Council number ${random.below(60)}`;
  const html = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${body} (${ref})</title></head>
<body>
<header><nav><ul><li><a href="/decisions">Decisions</a></li></ul></nav></header>
<main id="main">
<h1>${body} (${ref})</h1>
<p><strong>Category : </strong>Adult care services &gt; Other</p>
<p><strong>Decision : </strong>${random.pick(['Upheld', 'Not upheld'])}</p>
<p><strong>Decision date : </strong>${printDate(date)}</p>
<h2>The Ombudsman's final decision:</h2>
<p><strong>Summary:</strong> ${drawSentence(random)} ${drawSentence(random)}</p>
${SECTIONS.map((section) => writeSection(random, section)).join('\n')}
</main>
<footer><h2>Privacy settings</h2></footer>
</body>
</html>
`;
  return { name: `${id}.html`, html };
}

/** Writes that many saved pages into a folder, the same for the same seed. */
export function writePages(folder: string, count: number, seed = SEED): void {
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const { name, html } = writePage(index, seed);
    writeFileSync(join(folder, name), html);
  }
}
