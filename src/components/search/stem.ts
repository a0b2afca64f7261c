// English stemming as Snowball 3 defines it, which is what the index was made with: a word is looked up under its stem.
// A query is words of letters and digits in lower case, without accents and apostrophes.

const SPECIAL = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
]);
const UNCHANGED = new Set('sky news howe atlas cosmos bias andes'.split(' '));
const REGION_STARTS = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/;
const VOWEL = 'aeiouy';

const isVowel = (letter: string | undefined) => letter !== undefined && VOWEL.includes(letter);

/** Where the part after the first consonant behind a vowel begins, looked for from `from` on. */
function findRegion(word: string, from: number): number {
  for (let at = from + 1; at < word.length; at++) if (!isVowel(word[at]) && isVowel(word[at - 1])) return at + 1;
  return word.length;
}

/** Whether a word ends in a short syllable: a vowel between two consonants, or a vowel and a consonant alone. */
function endsShort(word: string): boolean {
  const [before, vowel, last] = [word.at(-3), word.at(-2), word.at(-1)];
  if (word === 'past') return true;
  if (word.length === 2) return isVowel(word[0]) && !isVowel(word[1]);
  return word.length > 2 && !isVowel(before) && isVowel(vowel) && !isVowel(last) && !/[wxY]/.test(last ?? '');
}

const hasVowel = (text: string) => /[aeiouy]/.test(text);

/** Step 1a: plurals. */
function dropPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.length > 4 ? word.slice(0, -2) : word.slice(0, -1);
  if (/[us]s$/.test(word)) return word;
  if (word.endsWith('s') && hasVowel(word.slice(0, -2))) return word.slice(0, -1);
  return word;
}

/** Step 1b: what a verb ends in. */
function dropVerbEnding(word: string, first: number): string {
  const each = /eed(?:ly)?$/.exec(word);
  if (each) {
    if (/^(?:succeed|proceed|exceed)(?:ly)?$/.test(word)) return word;
    return each.index >= first ? `${word.slice(0, each.index)}ee` : word;
  }
  const ending = /(?:ed|ing)(?:ly)?$/.exec(word);
  if (!ending) return word;
  const stem = word.slice(0, ending.index);
  if (ending[0].startsWith('ing')) {
    if (/^[^aeiouy]y$/.test(stem)) return `${stem.slice(0, -1)}ie`;
    if (/^(?:inn|out|cann|herr|earr|even)$/.test(stem)) return word;
  }
  if (!hasVowel(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(stem)) return /^[aeo]..$/.test(stem) ? stem : stem.slice(0, -1);
  return first >= stem.length && endsShort(stem) ? `${stem}e` : stem;
}

// Longest first: of endings that fit, the longest counts, also where its condition then does not hold.
const STEP_2: readonly (readonly [ending: string, other: string])[] = [
  ['ational', 'ate'],
  ['ization', 'ize'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['entli', 'ent'],
  ['ousli', 'ous'],
  ['fulli', 'ful'],
  ['iviti', 'ive'],
  ['ogist', 'og'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
];
const STEP_3: typeof STEP_2 = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];
const STEP_4 = ['ement', 'ance', 'ence', 'able', 'ible', 'ment', 'ant', 'ent', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize', 'al', 'er', 'ic'];

function replaceEnding(word: string, endings: typeof STEP_2, from: number): string | undefined {
  const found = endings.find(([ending]) => word.endsWith(ending));
  if (!found) return undefined;
  const at = word.length - found[0].length;
  return at >= from ? word.slice(0, at) + found[1] : word;
}

function applyStep2(word: string, first: number): string {
  const replaced = replaceEnding(word, STEP_2, first);
  if (replaced !== undefined) return replaced;
  if (word.endsWith('ogi') && word.length - 3 >= first && word.at(-4) === 'l') return word.slice(0, -1);
  if (word.endsWith('li') && word.length - 2 >= first && /[cdeghkmnrt]li$/.test(word)) return word.slice(0, -2);
  return word;
}

function applyStep3(word: string, first: number, second: number): string {
  if (word.endsWith('ative')) return word.length - 5 >= second ? word.slice(0, -5) : word;
  return replaceEnding(word, STEP_3, first) ?? word;
}

function applyStep4(word: string, second: number): string {
  const ending = STEP_4.find((one) => word.endsWith(one));
  if (ending) return word.length - ending.length >= second ? word.slice(0, -ending.length) : word;
  return /[st]ion$/.test(word) && word.length - 3 >= second ? word.slice(0, -3) : word;
}

function applyStep5(word: string, first: number, second: number): string {
  const at = word.length - 1;
  if (word.endsWith('e')) return at >= second || (at >= first && !endsShort(word.slice(0, -1))) ? word.slice(0, -1) : word;
  return word.endsWith('ll') && at >= second ? word.slice(0, -1) : word;
}

/** The stem of an English word: `coordinators` and `coordination` are both `coordin`. */
export function stem(word: string): string {
  if (word.length < 3 || UNCHANGED.has(word)) return word;
  const special = SPECIAL.get(word);
  if (special !== undefined) return special;
  // A y that begins a word or follows a vowel is a consonant, written large for the while.
  const marked = word.replace(/^y|(?<=[aeiouy])y/g, 'Y');
  const start = REGION_STARTS.exec(marked)?.[0].length;
  const first = start ?? findRegion(marked, 0);
  const second = findRegion(marked, first);
  const singular = dropPlural(marked);
  const plain = dropVerbEnding(singular, first);
  const softened = /[^aeiouy][yY]$/.test(plain) && plain.length > 2 ? `${plain.slice(0, -1)}i` : plain;
  const shorter = applyStep4(applyStep3(applyStep2(softened, first), first, second), second);
  return applyStep5(shorter, first, second).toLowerCase();
}
