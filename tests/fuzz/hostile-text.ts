import fc from 'fast-check';

/** Text that means something to a program somewhere. None of it may mean anything here. */
export const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></script></style></textarea></noscript><svg/onload=alert(1)>',
  '<!-- --!> <![CDATA[ ]]> <?php ?>',
  '&lt;b&gt; &amp;amp; &#60;i&#62; &#x3C;u&#x3E; &copy &notit;',
  '{process.exit(0)} ${alert(1)} {{7*7}} <%= 1 %> #{1}',
  '[a](javascript:alert(1)) ![b](data:text/html,x) [c]: <d>',
  'javascript:alert(1)',
  '**bold** _under_ `code` ~~gone~~ # one\\',
  '=1+1',
  '@SUM(A1)',
  '+1;-1',
  "'leading",
  'a,"b";c|d\\e',
  '%s %d %n %0d%0aSet-Cookie:%20a=b',
  '{"@context": "x"} \\u003c \\n \\\\',
  '{\\textbf{x}} $x^2$ \\input{/etc/passwd} % comment',
  'TY  - JOUR ER  - ',
  '__proto__ constructor toString',
  'null true 0x10 1e3 ~ no',
  '../../etc/passwd',
  '<em>x</em><Quote id="late" />',
  ']]></content></entry>',
];

/** Honest text of every kind that must always pass. */
export const honest = [
  'Ŵyth tŷ yn Llŷn, â ŵyr',
  'ty\u0302 with the accent apart',
  '24\u00A0005\u00A0859 and a\u202Fb\u2009c',
  '“so” ‘they’ said… — and – then',
  'Ελλάδα עברית العربية 日本 हिन्दी 한국어',
  'She said "no"; it\'s 50% & more: a/b (c) [sic]',
  'e.g. s 117(2) of the Act & reg. 4',
  '☎ 🏠 ½ ² №',
  'a    b',
];

/** What may not pass, however it is written. */
const hidden = [
  '\u202E',
  '\u2066',
  '\u200B',
  '\u00AD',
  '\uFEFF',
  '\u0000',
  '\u001B[31m',
  '\u0085',
  '\u2028',
  '\uE000',
  '\uD800',
  '\uDC00',
  '\uFFFF',
  '\u{E0041}',
];

const words = fc.string({ unit: 'grapheme', maxLength: 24 });

/** Text without its marks is never empty, and never holds one. */
export const honestText = fc.oneof(
  fc.constantFrom(...honest),
  fc.constantFrom(...payloads),
  fc
    .array(fc.oneof(fc.constantFrom(...honest, ...payloads), fc.stringMatching(/^[ -~]{0,20}$/)), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(' ')),
);

export const hostileText = fc.oneof(
  { weight: 6, arbitrary: honestText },
  { weight: 2, arbitrary: words },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.tuple(words, fc.constantFrom(...hidden), words).map((parts) => parts.join('')) },
);
