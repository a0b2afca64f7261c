import type { WithdrawalReason } from '../../schema/permalink.ts';

/** Why something is no longer shown, as a reader is told. */
export const withdrawalWords: Record<WithdrawalReason, string> = {
  privacy: 'to protect the privacy of the people concerned',
  legal: 'because the law or a court required it',
  rights: 'because the words belong to somebody else and may not be shown here',
  'source-withdrawn': 'because its source was taken back by whoever published it',
  error: 'because it should not have been published: it was wrong',
  outdated: 'because it no longer says what is known',
};
