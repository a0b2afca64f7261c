import { autocomplete, text } from '@clack/prompts';
import type { Prompts } from './ask.ts';
import { Refusal } from './change.ts';

const LATER = 'Leave it blank for now';

/** Clack answers with a symbol where the editor stops. */
function settle(answer: string | symbol): string {
  if (typeof answer === 'symbol') throw new Refusal('Stopped. Nothing was made');
  return answer;
}

/** Asks on a terminal. An empty answer leaves a blank. */
export const terminalPrompts: Prompts = {
  async write(message, placeholder, refuse) {
    const validate = (answer: string | undefined) => (refuse ? refuse(answer ?? '') : undefined);
    const answer = settle(await text({ message, placeholder: placeholder || 'Enter leaves it blank', validate }));
    return answer.trim() === '' ? undefined : answer;
  },
  async choose(message, choices) {
    const options = [...choices, LATER].map((value) => ({ value, label: value }));
    const answer = settle(await autocomplete({ message, options, maxItems: 10, placeholder: 'Type to find' }));
    return answer === LATER ? undefined : answer;
  },
};
