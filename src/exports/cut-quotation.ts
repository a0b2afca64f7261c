const CUT = '[...]';

/**
 * Cuts a quotation between two words where it is longer, and marks the cut; a mark that was there already is not doubled. The first
 * word always stays.
 */
export function cutQuotation(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const words = text.split(' ');
  let kept = '';
  for (const word of words) {
    const longer = kept === '' ? word : `${kept} ${word}`;
    if (kept !== '' && kept !== CUT && longer.length + CUT.length + 1 > longest) break;
    kept = longer;
  }
  return kept.endsWith(CUT) ? kept : `${kept} ${CUT}`;
}
