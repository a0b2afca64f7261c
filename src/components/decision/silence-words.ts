/** What may be said where a finding has no reply, by how much of the official text was read. */
export const silenceWords = {
  whole: 'no reply recorded',
  part: 'no reply is known; only a part of the decision was read',
} as const;
