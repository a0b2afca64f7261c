import { findPassages, type Passages } from './passages.ts';
import { openAboutBody } from './about-body.ts';
import type { Archive, Entry } from './archive.ts';
import { buildBodyRecord } from './body-record.ts';
import { countRecords } from './decision-counts.ts';
import { buildEssayRecord } from './essay-record.ts';
import { findById, getById } from './find-by-id.ts';
import { later } from './later.ts';
import { openLookups } from './lookups.ts';
import { findNeighbours } from './neighbours.ts';
import { buildSourceRecord, shelfOf } from './source-record.ts';
import { buildSuccession } from './succession.ts';
import { buildThemeRecord } from './theme-record.ts';
import { listHeldParagraphs } from './texts.ts';
import { findEventNeighbours } from './timeline.ts';

/** A decision as another one of its family names it. */
type Member = Pick<Entry<'decision'>, 'id'> & { data: Pick<Entry<'decision'>['data'], 'ref' | 'title' | 'date'> };

/** What pages print of the graph. Each answer is found without going through the archive, but for bodies and themes, which are few. */
export function openPageGraph(archive: Archive) {
  const find = openLookups(archive);
  const aboutBody = openAboutBody(archive);
  const orderOf = <T extends { id: string }>(list: readonly T[]) => later(() => new Map(list.map(({ id }, index) => [id, index])));
  const recommendationOrder = orderOf(archive.recommendations);
  const eventOrder = orderOf(archive.events);

  return {
    findingsOf: find.findingsOf,
    recommendationsOf: find.recommendationsOf,
    paymentsOf: find.paymentsOf,
    textsOf: find.textsOf,
    eventsOf: find.eventsOf,
    personsOfFamily: find.personsOfFamily,

    /** The family of a decision or a person; undefined for one that has none, and for anything else. */
    familyOf: (subject: string) => findById(archive.decisions, subject)?.data.family ?? findById(archive.persons, subject)?.family,

    /** The decisions of a family, by date. */
    membersOf: (family: string): Member[] =>
      find.decisionsOfFamily(family).map(({ id, data: { ref, title, date } }) => ({ id, data: { ref, title, date } })),

    /** What passed between one decision and the others of its family. */
    passagesOf(decision: string): Passages {
      const own = find.recommendationsOf(decision);
      const earlier = [
        ...own.flatMap(({ data }) =>
          data.repeats === undefined ? [] : [getById(archive.recommendations, 'recommendation', data.repeats)],
        ),
        ...find.findingsOf(decision).flatMap(({ id }) => find.recommendationsFoundOpenBy(id)),
      ];
      const chain = new Set([...own, ...earlier].flatMap((row) => [row, ...find.recommendationsThatRepeat(row.id)]));
      const recommendations = [...chain].toSorted(
        (a, b) => (recommendationOrder().get(a.id) ?? 0) - (recommendationOrder().get(b.id) ?? 0),
      );
      const ids = new Set(recommendations.flatMap(({ data }) => data.foundNotCarriedOutBy));
      const decisions = new Set([...ids].map((id) => id.split('/')[0] ?? ''));
      const findings = [...decisions].flatMap((id) => find.findingsOf(id).filter((finding) => ids.has(finding.id)));
      return findPassages({ recommendations, findings }, decision);
    },

    /** How much the archive holds of one decision. */
    countsOf: (decision: string) =>
      countRecords(
        {
          findings: find.findingsOf(decision),
          recommendations: find.recommendationsOf(decision),
          quotes: find.quotesOf(decision),
          events: find.eventsOf(decision),
        },
        decision,
      ),

    /** What was quoted from a source and what was looked for in it. */
    sourceRecordOf: (source: string) =>
      buildSourceRecord({ decisions: find.decisionsStatedIn(source), quotes: find.quotesAbout(source) }, source),

    shelfOf: (source: string) => shelfOf({ decisions: find.decisionsStatedIn(source) }, getById(archive.sources, 'source', source)),

    /** The quotations next to one of the same decision or source. */
    quotesBeside(id: string) {
      const quote = getById(archive.quotes, 'quote', id);
      const own = find.quotesOf(quote.owner.id).filter(({ owner }) => owner.kind === quote.owner.kind);
      return findNeighbours(own, id);
    },

    /** The events next to one on the timeline. */
    eventsBeside(id: string) {
      const index = eventOrder().get(id) ?? 0;
      return findEventNeighbours(archive.events.slice(Math.max(0, index - 1), index + 2), getById(archive.events, 'event', id));
    },

    /** The paragraphs of the text of a source, where it is held and may be published. */
    heldParagraphsOf: (source: string) => listHeldParagraphs(find.textsStatedIn(source)).get(source),

    bodyRecordOf: (body: string) => buildBodyRecord(aboutBody(body), body),
    successionOf: (body: string) => buildSuccession(archive, body),
    themeRecordOf: (theme: string) => buildThemeRecord(archive, theme),
    essayRecordOf: (essay: string) => buildEssayRecord(archive, getById(archive.essays, 'essay', essay)),
    findCorrection: (id: string) => findById(archive.corrections, id),
  };
}
