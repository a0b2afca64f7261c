import type { Edition } from './held-editions.ts';
import { forgetVisited, keep, listKept, listVisited, release } from './held-pages.ts';
import type { Answers, Holding, KeptDecision, Question } from './messages.ts';
import { readAnswered, readOrigin } from './origins.ts';
import { searchHeld } from './search-held.ts';

async function listHolding({ manifest }: Edition): Promise<Holding> {
  const sums = Object.values(manifest.files);
  return {
    asOf: manifest.asOf,
    whole: manifest.whole,
    files: sums.length,
    bytes: sums.reduce((sum, [, bytes]) => sum + bytes, 0),
    answered: await readAnswered(),
    kept: await listKept(),
    visited: (await listVisited()).filter((path) => path.endsWith('/')),
  };
}

async function keepDecision(edition: Edition, decision: KeptDecision): Promise<Answers['keep']> {
  try {
    await keep(edition, decision);
    return { fault: undefined };
  } catch (error) {
    return {
      fault:
        error instanceof DOMException && error.name === 'QuotaExceededError'
          ? 'There is no room left on this device.'
          : 'The site did not give every page of it.',
    };
  }
}

/** Answers what a page asks. `client` is its id. */
export async function answerQuestion(edition: Edition, question: Question, client: string): Promise<Answers[Question['ask']]> {
  switch (question.ask) {
    case 'origin':
      return { ...(await readOrigin(client)), asOf: edition.manifest.asOf, answered: await readAnswered() };
    case 'holding':
      return listHolding(edition);
    case 'keep':
      return keepDecision(edition, question.decision);
    case 'release':
      await release(question.path);
      return true;
    case 'forget-visited':
      await forgetVisited();
      return true;
    case 'search':
      return searchHeld(edition, question.words);
  }
}
