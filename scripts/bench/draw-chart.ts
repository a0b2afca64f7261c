import type { Whole } from './wholes.ts';

const [LEFT, RIGHT, ROW, GAP, TOP] = [190, 70, 22, 34, 48];
const WIDTH = 760;

const STYLE = `text{font:14px/1 system-ui,sans-serif;fill:#222}.bar{fill:#8a9099}.own{fill:#1d5d8c}.head{font-weight:600}
@media(prefers-color-scheme:dark){text{fill:#ddd}.bar{fill:#767d87}.own{fill:#6db1e3}}`;

/** Bars of the processors' seconds of each cold build, by size; each size has a scale of its own. */
export function drawChart(wholes: readonly Whole[]): string {
  const parts: string[] = [];
  let y = TOP;
  for (const [decisions, own] of Map.groupBy(wholes, (whole) => whole.decisions)) {
    const most = Math.max(...own.map(({ processor }) => processor));
    parts.push(`<text class="head" x="12" y="${y}">${decisions.toLocaleString('en-GB')} decisions</text>`);
    y += 12;
    for (const { program, processor } of own) {
      const width = Math.max(2, Math.round((processor / most) * (WIDTH - LEFT - RIGHT)));
      const label = processor < 10 ? processor.toFixed(1) : Math.round(processor).toLocaleString('en-GB');
      parts.push(
        `<text x="${LEFT - 10}" y="${y + 15}" text-anchor="end">${program}</text>`,
        `<rect class="${program === 'Upheld' ? 'own' : 'bar'}" x="${LEFT}" y="${y + 3}" width="${width}" height="${ROW - 6}" rx="2"/>`,
        `<text x="${LEFT + width + 8}" y="${y + 15}">${label} s</text>`,
      );
      y += ROW;
    }
    y += GAP;
  }
  const title = 'Seconds of the processors for a cold build, index included';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" role="img" aria-label="${title}"><style>${STYLE}</style><text class="head" x="12" y="20">${title}</text>${parts.join('')}</svg>\n`;
}
