import type { Tier } from '../../schema/evidence.ts';

/** What each tier means, in a sentence. */
export const tierWords: Record<Tier, string> = {
  official: 'Published by an ombudsman, Parliament, a government department, a national body or one of the bodies concerned.',
  secondary: 'An account or comment by someone else.',
  press: 'A newspaper or broadcaster.',
  tertiary: 'A reference work or listing, used for little more than dates.',
  derived: 'Worked out here from other sources, with the working shown.',
};
