import type { HeldReason } from '../../worker/messages.ts';

const MEGABYTE = 1_000_000;

export const reasonWords: Readonly<Record<HeldReason, string>> = {
  offline: 'No connection.',
  slow: 'The site has not answered for five seconds.',
  failed: 'The site answered with an error.',
};

/** A moment on the reader's own clock. */
const formatMoment = (milliseconds: number): string =>
  new Date(milliseconds).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });

export const formatBytes = (bytes: number): string => (bytes < MEGABYTE / 10 ? 'less than 0.1 MB' : `${(bytes / MEGABYTE).toFixed(1)} MB`);

/** When the site last answered, in a sentence; nothing where that is not known. */
export const sayAnswered = (answered: number | undefined): string =>
  answered === undefined ? '' : `The site last answered on ${formatMoment(answered)}.`;
