import { stringify } from 'yaml';
import { BLANK } from '../../src/schema/blank.ts';

/** A field as an editor would write it, on lines of its own. */
export const writeField = (name: string, value: unknown): string => stringify({ [name]: value }, { lineWidth: 0 });

/** A field that only an editor can fill in. `npm run check` names it until then. */
export const writeBlank = (name: string, what: string): string => `${writeComment(what)}${name}: ${BLANK}\n`;

/** Several lines as comments, marked as in the skeletons of `npm run new`. */
export const writeComment = (text: string): string =>
  text
    .split('\n')
    .map((line) => `## ${line}\n`)
    .join('');
