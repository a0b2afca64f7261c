import type { ComponentName, PropsOf } from '../../schema/vocabulary.ts';
import Anchor from './Anchor.astro';
import Body from './Body.astro';
import Cite from './Cite.astro';
import Claim from './Claim.astro';
import Conflict from './Conflict.astro';
import Days from './Days.astro';
import Decision from './Decision.astro';
import Essay from './Essay.astro';
import Event from './Event.astro';
import Finding from './Finding.astro';
import Note from './Note.astro';
import Opinion from './Opinion.astro';
import Payment from './Payment.astro';
import Person from './Person.astro';
import Quote from './Quote.astro';
import Recommendation from './Recommendation.astro';
import Sic from './Sic.astro';
import Sum from './Sum.astro';
import Term from './Term.astro';
import Theme from './Theme.astro';

/** What every component of the vocabulary may be given beside its own props. */
interface Placement {
  inline: boolean;
  /** The decision in whose text the call stands. */
  within?: string | undefined;
}

type ComponentOf<N extends ComponentName> = (props: PropsOf<N> & Placement) => unknown;

/** The component that prints each name of the vocabulary; a missing, extra or mistyped one is a type error. */
export const vocabularyComponents = {
  Anchor,
  Body,
  Cite,
  Claim,
  Conflict,
  Days,
  Decision,
  Essay,
  Event,
  Finding,
  Note,
  Opinion,
  Payment,
  Person,
  Quote,
  Recommendation,
  Sic,
  Sum,
  Term,
  Theme,
} satisfies { [N in ComponentName]: ComponentOf<N> };
