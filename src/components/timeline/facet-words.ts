import { getBody, labelOf } from '../../archive.ts';
import type { TimelineFacet } from '../../graph/timeline-facets.ts';
import { eventKinds } from '../../schema/event.ts';
import { kindWords } from './event-words.ts';

/** What a part of the timeline is called on its page, and what it holds, in a sentence. */
export function timelineFacetTitle({ kind, value }: TimelineFacet): { title: string; heading: string; description: string } {
  switch (kind) {
    case 'body': {
      const { name, short } = getBody(value).data;
      return { title: short, heading: name, description: `The events that name ${name}, in order.` };
    }
    case 'decision': {
      const ref = labelOf('decision', value);
      return {
        title: `decision ${ref}`,
        heading: `Decision ${ref}`,
        description: `The events that belong to the decision ${ref}, in order.`,
      };
    }
    case 'kind': {
      const words = kindWords[eventKinds.find((known) => known === value) ?? 'situation'];
      return { title: words, heading: words, description: `The events of the kind “${words}”, in order.` };
    }
  }
}
