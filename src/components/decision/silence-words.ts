/** What may be said where a finding has no reply, by how much of the official text was read. */
export const silenceWords = {
  whole: 'no reply recorded',
  part: 'no reply in the part of the decision that was read',
} as const;
