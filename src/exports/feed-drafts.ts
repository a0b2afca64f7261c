import type { Archive } from '../graph/archive.ts';
import { formatDate } from '../graph/date-text.ts';
import { keyOf } from '../graph/targets.ts';
import type { TargetKind } from '../schema/reference.ts';
import { openProse } from './prose-text.ts';
import { toPassageRows } from './rows/passage-rows.ts';
import { openSpeakers } from './speaker.ts';

/** One thing that feeds tell of, before it has an address and times. */
export interface EntryDraft {
  kind: TargetKind;
  id: string;
  title: string;
  summary: string;
  paragraphs: string[];
  /** The date of the thing itself. */
  date: string | undefined;
  /** The decisions it belongs to. */
  decisions: string[];
}

const spell = (code: string) => code.replaceAll('-', ' ');
const paragraphsOf = (prose: string) => prose.split('\n\n').filter(Boolean);
const ownerOf = (id: string) => id.split('/')[0] ?? '';
const ownedKinds: readonly string[] = ['finding', 'recommendation', 'payment', 'quote'];

/** Everything that feeds tell of, kind after kind. */
export function draftEntries(archive: Archive): EntryDraft[] {
  const write = openProse(archive);
  const nameSpeaker = openSpeakers(archive);
  const label = (kind: TargetKind, id: string) => archive.labels.get(keyOf(kind, id)) ?? id;
  const dateOf = new Map(archive.decisions.map(({ id, data }) => [id, data.date]));
  const decisionsOf = (passages: Parameters<typeof toPassageRows>[0]) =>
    toPassageRows(passages).flatMap(({ kind, id }) => (kind === 'decision' ? [id] : ownedKinds.includes(kind) ? [ownerOf(id)] : []));

  return [
    ...archive.decisions.map(({ id, data }): EntryDraft => ({
      kind: 'decision',
      id,
      date: data.date,
      decisions: [id],
      title: `${data.ref}: ${data.title}`,
      summary: data.summary,
      paragraphs: [`Decided ${formatDate(data.date)} by ${label('body', data.decidedBy)}.`, data.summary, data.readNote],
    })),
    ...archive.recommendations.map(({ id, decision, data }): EntryDraft => ({
      kind: 'recommendation',
      id,
      date: data.history.findLast(({ date }) => date)?.date ?? dateOf.get(decision),
      decisions: [decision],
      title: `${data.action} (${label('decision', decision)})`,
      summary: `Recommended to ${data.to.map((body) => label('body', body)).join(', ')}. Last known: ${spell(data.history.at(-1)?.state ?? 'unknown')}.`,
      paragraphs: data.history.map(({ state, date, text }) => `${spell(state)}${date ? `, ${formatDate(date)}` : ''}: ${text}`),
    })),
    ...archive.quotes.map((quote): EntryDraft => {
      const { id, owner, data, checked } = quote;
      return {
        kind: 'quote',
        id,
        date: dateOf.get(owner.id),
        decisions: owner.kind === 'decision' ? [owner.id] : [],
        title: `${label('quote', id)} (${label(owner.kind, owner.id)})`,
        summary: `Voice: ${data.voice}. Speaker: ${nameSpeaker(quote)}. Checked: ${spell(checked)}.`,
        paragraphs: [
          `“${data.text}”`,
          `Voice: ${data.voice}. Speaker: ${nameSpeaker(quote)}. Checked: ${spell(checked)}.`,
          ...(data.note ? [data.note] : []),
        ],
      };
    }),
    ...archive.events.map(({ id, data, segments }): EntryDraft => ({
      kind: 'event',
      id,
      date: data.date,
      decisions: data.decisions,
      title: `${formatDate(data.date)}: ${data.title}`,
      summary: data.title,
      paragraphs: paragraphsOf(write(segments, data.decisions.length === 1 ? data.decisions[0] : undefined)),
    })),
    ...archive.conflicts.map(({ id, data }): EntryDraft => ({
      kind: 'conflict',
      id,
      date: undefined,
      decisions: decisionsOf(data.passages),
      title: `Sources conflict: ${data.title}`,
      summary: data.view,
      paragraphs: [...data.positions.map(({ text }) => text), `Our view (${data.confidence}): ${data.view}`],
    })),
    ...archive.claims.map(({ id, data }): EntryDraft => ({
      kind: 'claim',
      id,
      date: undefined,
      decisions: [],
      title: `Claim tested: ${data.title}`,
      summary: data.view,
      paragraphs: [data.view],
    })),
    ...archive.essays.map(({ id, data, segments }): EntryDraft => ({
      kind: 'essay',
      id,
      date: undefined,
      decisions: data.decisions,
      title: data.title,
      summary: data.summary,
      paragraphs: paragraphsOf(write(segments)),
    })),
    ...archive.corrections.map(({ id, data }): EntryDraft => ({
      kind: 'correction',
      id,
      date: data.date,
      decisions: decisionsOf(data.passages),
      title: `Correction: ${data.title}`,
      summary: data.why,
      paragraphs: [`It said: ${data.was}`, `It says: ${data.is}`, `Why: ${data.why}`],
    })),
  ];
}
