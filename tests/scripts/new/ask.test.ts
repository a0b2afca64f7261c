import { expect, test } from 'vitest';
import { ask, type Known, type Prompts } from '../../../scripts/new/ask.ts';
import { readRequest } from '../../../scripts/new/read-request.ts';

/** Prompts that answer from a table by the beginning of the question, and note what was asked. */
function scripted(answers: Record<string, string>): { prompts: Prompts; asked: string[] } {
  const asked: string[] = [];
  const answer = (question: string) => {
    asked.push(question.split(':')[0] ?? '');
    return Promise.resolve(Object.entries(answers).find(([start]) => question.startsWith(start))?.[1]);
  };
  return { prompts: { write: answer, choose: answer }, asked };
}

const known: Known = { idsOf: () => ['gazette'], valuesOf: () => new Map([['date', ['2020']]]) };

test('what is not given is asked for, and what is left empty stays a blank', async () => {
  const { prompts, asked } = scripted({ What: 'event', Its: '2020-a', title: 'A title', kind: 'review' });
  const { kind, id, given } = await ask(readRequest([]), prompts, known);
  expect([kind, id, Object.fromEntries(given)]).toEqual(['event', '2020-a', { title: ['A title'], kind: ['review'] }]);
  expect(asked).toEqual(['What is to be added?', 'Its id (A dated moment or span on the timeline)', 'title', 'kind', 'evidence.source']);
});

test('what is given or follows from the id is not asked for', async () => {
  const { prompts, asked } = scripted({});
  await ask(readRequest(['event', '2020-a', '--title', 'A', '--source', 'gazette']), prompts, known);
  expect(asked).toEqual(['kind']);
});

test('without a kind nothing is made', async () => {
  await expect(ask(readRequest([]), scripted({}).prompts, known)).rejects.toThrow('nothing was made');
});
