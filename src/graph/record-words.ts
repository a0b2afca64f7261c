import { hashWords, plainWords } from '../compile/words.ts';
import type { Body } from '../schema/body.ts';
import type { Claim } from '../schema/claim.ts';
import type { Conflict } from '../schema/conflict.ts';
import type { Correction } from '../schema/correction.ts';
import type { Decision, Finding, Payment, Recommendation } from '../schema/decision.ts';
import type { Essay } from '../schema/essay.ts';
import type { TimelineEvent } from '../schema/event.ts';
import type { Family } from '../schema/family.ts';
import type { Quote } from '../schema/quote.ts';
import type { TargetKind } from '../schema/reference.ts';
import type { Source } from '../schema/source.ts';
import type { Term } from '../schema/term.ts';
import type { Theme } from '../schema/theme.ts';

/** What a record says to a reader, and what may be added to it without changing what it said. */
interface Words {
  says: readonly (string | undefined)[];
  grows?: readonly string[];
}

/** The data of every kind of thing that has an address. */
export interface Addressed {
  decision: Decision;
  finding: Finding;
  recommendation: Recommendation;
  payment: Payment;
  quote: Quote;
  event: TimelineEvent;
  body: Body;
  family: Family;
  person: Family['persons'][number];
  theme: Theme;
  term: Term;
  conflict: Conflict;
  claim: Claim;
  essay: Essay;
  correction: Correction;
  source: Source;
}

const plain = (text: string | undefined) => text && plainWords(text);
const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ');

/**
 * The words of each kind: only what is printed as the record's own, never its evidence or what it points to, and nothing for a field that
 * is not there. The ledger holds hashes of these lists; a change here would make every published word look changed.
 */
const wordsOf: { [K in TargetKind]: (data: Addressed[K]) => Words } = {
  decision: ({ title, ref, date, dateNote, summary, readNote, statements, complaint, paymentsNote, paymentReadings }) => ({
    says: [
      plain(title),
      ref,
      date,
      plain(dateNote),
      plain(summary),
      plain(readNote),
      plain(paymentsNote),
      ...statements.map((statement) => join(statement.ref, statement.body, statement.outcome, plain(statement.outcomeNote))),
      ...complaint.map(({ text }) => plain(text)),
      ...paymentReadings.map(({ label, text }) => join(plain(label), plain(text))),
    ],
  }),
  finding: ({ text, bodies, replies }) => ({
    says: [plain(text), ...bodies],
    grows: replies.map((reply) => join(reply.body, plain(reply.text))),
  }),
  recommendation: ({ action, to, toNote, due, history }) => ({
    says: [plain(action), ...to, plain(toNote), due?.date, plain(due?.text)],
    grows: history.map((state) => join(state.state, state.date, ...(state.bodies ?? []), plain(state.text))),
  }),
  payment: ({ payer, payees, pence, reason, reading }) => ({ says: [payer, ...payees, String(pence), plain(reason), reading] }),
  quote: ({ text, voice, speaker, section, sic, note }) => ({
    says: [text.normalize('NFC'), voice, speaker.body ?? speaker.person ?? plain(speaker.name), section, plain(sic), plain(note)],
  }),
  event: ({ title, date, dateNote }) => ({ says: [plain(title), date, plain(dateNote)] }),
  body: ({ name, short, role, duty, summary, from, to, succeeds }) => ({
    says: [plain(name), plain(short), role, duty, plain(summary), from, to, ...succeeds.map((step) => join(step.body, step.date))],
  }),
  family: ({ title, summary, basis, warnings }) => ({
    says: [plain(title), plain(summary), plain(basis)],
    grows: warnings.map(({ text }) => plainWords(text)),
  }),
  person: ({ role, names }) => ({ says: [plain(role)], grows: names.map(({ decision, name }) => join(decision, name)) }),
  theme: ({ label, definition, whose }) => ({ says: [plain(label), plain(definition), plain(whose)] }),
  term: ({ term, definition }) => ({ says: [plain(term), plain(definition)] }),
  conflict: ({ title, positions, view, confidence }) => ({
    says: [plain(title), ...positions.map(({ text }) => plain(text)), plain(view), confidence],
  }),
  claim: ({ title, source, at, says, view }) => ({ says: [plain(title), source, plain(at), JSON.stringify(says), plain(view)] }),
  essay: ({ title, summary }) => ({ says: [plain(title), plain(summary)] }),
  correction: ({ title, date, was, is, why }) => ({ says: [plain(title), date, plain(was), plain(is), plain(why)] }),
  source: ({ type, title, author, number, publisher, page, issued, 'container-title': container, custom }) => ({
    says: [
      type,
      plain(title),
      ...(author ?? []).map((name) => ('literal' in name ? plain(name.literal) : join(plain(name.family), plain(name.given)))),
      plain(number),
      plain(publisher),
      plain(container),
      plain(page),
      issued?.['date-parts'][0]?.join('-'),
      plain(custom.about),
    ],
  }),
};

export interface RecordHash {
  /** Of all that the record says. */
  hash: string;
  /** Of all it has said if things were only added to it, the newest last. */
  grownFrom: string[];
}

/** The hash of a record's words. */
export function hashRecord<K extends TargetKind>(kind: K, data: Addressed[K]): RecordHash {
  const { says, grows = [] } = wordsOf[kind](data);
  const own = says.filter((part) => part !== undefined && part !== '').map(String);
  const upTo = (count: number) => hashWords(...own, ...grows.slice(0, count));
  return { hash: upTo(grows.length), grownFrom: grows.map((_part, index) => upTo(index)) };
}
