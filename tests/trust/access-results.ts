import type { AccessResults } from '../../src/schema/access.ts';
import { judge, type TestOutcome } from './judge.ts';
import type { Promised } from './promise.ts';

/** The file of the content that the accessibility page is written from. */
export const accessFile = 'content/access.json';

/** What a run says of each promise about access, for readers. A check has passed only where each of its tests ran and passed. */
export const toAccessChecks = (promises: readonly Promised[], outcomes: readonly TestOutcome[]): AccessResults['checks'] =>
  promises.map((promised) => {
    const { verdict } = judge(promised, outcomes);
    const result = verdict === 'failed' ? 'failed' : verdict === 'not tested' ? 'not-run' : 'passed';
    return { text: promised.text, result, ...(promised.gap && { gap: promised.gap }) };
  });
