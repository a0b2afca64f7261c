import { peakOf, type Row } from './results.ts';

/** What a build of another size would take, worked out from one that was measured. Seconds are of the processors, memory in MB. */
export interface Projection {
  decisions: number;
  parts: number;
  /** Of one build that is not divided. */
  whole: number;
  /** Of each part. */
  part: number;
  merge: number;
  memory: number;
}

/** Every part compiles and links all records, since any page may show any of them. */
const SHARED = ['read and compile', 'link'];
const DIVIDED = ['render', 'cards'];

/**
 * Projects the largest cold build that was measured to other sizes, as if everything grew in proportion; memory by the line through the two
 * largest. Undefined where fewer than two sizes were measured.
 */
export function projectGrowth(rows: readonly Row[], sizes: readonly { decisions: number; parts: number }[]): Projection[] | undefined {
  const cold = rows
    .filter(({ program, change }) => program === 'Upheld' && change === 'cold')
    .toSorted((a, b) => b.decisions - a.decisions);
  const [largest, smaller] = cold;
  if (!largest || !smaller || largest.decisions === smaller.decisions) return undefined;
  const sumOf = (names: readonly string[]) =>
    largest.stages.filter(({ name }) => names.includes(name)).reduce((sum, { processor }) => sum + processor, 0) / largest.decisions;
  const [shared, divided] = [sumOf(SHARED), sumOf(DIVIDED)];
  const rest = largest.processor / largest.decisions - shared - divided;
  const slope = (peakOf(largest) - peakOf(smaller)) / (largest.decisions - smaller.decisions);
  return sizes.map(({ decisions, parts }) => ({
    decisions,
    parts,
    whole: decisions * (shared + divided + rest),
    part: decisions * (shared + divided / parts),
    merge: decisions * (shared + rest),
    memory: peakOf(largest) + slope * (decisions - largest.decisions),
  }));
}
