import { archive, getRecommendation, hrefOf } from '../../archive.ts';
import { formatDate } from '../../graph/date-text.ts';
import type { OutstandingSpan } from '../../graph/outstanding.ts';
import { boxMarks, type PlacedLane, type Target } from './overview-layout.ts';

type Box = Target['boxes'][number];

export const toEvents = (lanes: readonly PlacedLane[], reach: number, down = false): Target[] =>
  boxMarks(lanes, reach, down).map(({ event, boxes }) => ({
    href: hrefOf('event', event.id),
    title: `${formatDate(event.data.date)}: ${event.data.title}`,
    boxes,
  }));

/** `place` says where the name of a decision stands. */
export const toDecisions = (place: (index: number) => Box): Target[] =>
  archive.decisions.map(({ id, data }, index) => ({
    href: hrefOf('decision', id),
    title: `Decision ${data.ref}, ${formatDate(data.date)}`,
    boxes: [place(index)],
  }));

/** `place` says where the row of a recommendation stands. */
export const toRecommendations = (spans: readonly OutstandingSpan[], place: (index: number) => Box): Target[] =>
  spans.map(({ lineage }, index) => ({
    href: hrefOf('recommendation', lineage),
    title: getRecommendation(lineage).data.action,
    boxes: [place(index)],
  }));
