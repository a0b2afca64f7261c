/** Something that looks like personal data, and where in a text: `index` counts UTF-16 units from its start. */
export interface PersonalData {
  what: 'an NHS number' | 'a National Insurance number' | 'an email address' | 'a telephone number' | 'a postcode';
  index: number;
}

const BLANK = '[ \\n\\u00A0\\u2009\\u202F]?';
const DASH = '[\\-\\u2010\\u2011\\u2013.]?';
const SPACE = `(?:${BLANK}|${DASH})`;
const ALONE = (pattern: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?<![\\p{N}][.,/ \\u00A0\\-])(?:${pattern})(?![\\p{L}\\p{N}])(?![.,/\\-][\\p{N}])`, 'giu');

// Numbers of patients begin with 4, 6 or 7; those that begin otherwise are book numbers, which have the same check digit.
const NHS = ALONE(`[467]\\d{2}(?:${BLANK}\\d{3}${BLANK}|${DASH}\\d{3}${DASH})\\d{4}`);
const INSURANCE = ALONE(`(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]${SPACE}(?:\\d{2}${SPACE}){3}[A-D]`);
// Numbers of places and of mobile telephones; those that begin with 03 or 08 are of organisations.
const TELEPHONE = ALONE(`(?:\\+44${SPACE}(?:\\(0\\)${SPACE})?|\\(?0)[127](?:[ \\u00A0\\-()]{0,2}\\d){8,9}`);
const MAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const POSTCODE =
  /(?<![\p{L}\p{N}])(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY])[ \n\u00A0]?\d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\p{N}])/gu;

// A reference of an ombudsman, before other numbers.
const REFERENCE = /^0\d[ \u00A0-]\d{3}[ \u00A0-]\d{3}(?!\d)/;

const digitsOf = (text: string) => [...text.replace(/\D/g, '')].map(Number);

/** Whether the last digit of a number is the one that the others ask for. */
function hasCheckDigit(number: string): boolean {
  const digits = digitsOf(number);
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
}

const find = (text: string, what: PersonalData['what'], pattern: RegExp, holds = (_found: string) => true): PersonalData[] =>
  [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => (holds(found) ? [{ what, index }] : []));

/** Numbers that are always of one person, whoever printed them. */
const listNumbersOfPersons = (text: string): PersonalData[] => [
  ...find(text, 'an NHS number', NHS, hasCheckDigit),
  ...find(text, 'a National Insurance number', INSURANCE),
];

/**
 * What looks like personal data in a text. In official words, which print how to reach an organisation, only numbers that are
 * always of one person.
 */
export function listPersonalData(text: string, official = false): PersonalData[] {
  // What stands in an address on the web is a number of the page.
  const words = text.replace(/https?:\/\/[^\s<>"')\]]+/g, (address) => ' '.repeat(address.length));
  const found = official
    ? listNumbersOfPersons(words)
    : [
        ...listNumbersOfPersons(words),
        ...find(words, 'an email address', MAIL),
        ...find(words, 'a telephone number', TELEPHONE, (number) => !REFERENCE.test(number)),
        ...find(words, 'a postcode', POSTCODE),
      ];
  return found.toSorted((a, b) => a.index - b.index);
}
