import type { Archive, Entry } from '../graph/archive.ts';
import { formatDate } from '../graph/date-text.ts';
import { type DateEnd, readEdtf } from '../schema/date.ts';
import { escapeHtml } from './escape.ts';
import { openProse } from './prose-text.ts';
import { type Publication, toAddress } from './publication.ts';

/** A date of TimelineJS, no more precise than it is known. */
function toSlideDate({ text }: DateEnd) {
  const [year, month, day] = text.replace(/[~?%]/, '').split('-').map(Number);
  return { year, ...(month && { month }), ...(day && { day }) };
}

/** An open start or end is left out; the words of `display_date` say so. */
function toSlideDates(edtf: string) {
  const { interval, start, end } = readEdtf(edtf);
  const first = start ?? end;
  return {
    ...(first && { start_date: toSlideDate(first) }),
    ...(interval && start && end && { end_date: toSlideDate(end) }),
    display_date: formatDate(edtf),
  };
}

/** The events in the JSON of TimelineJS 3. Its texts are HTML, so that ours are escaped. */
export function toTimelineJs(archive: Archive, publication: Publication) {
  const write = openProse(archive);
  const toSlide = ({ id, data, segments }: Entry<'event'>) => {
    const paragraphs = write(segments)
      .split('\n\n')
      .filter(Boolean)
      .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`);
    const link = `<p><a href="${escapeHtml(toAddress(publication, archive.urlOf('event', id)))}">The event with its sources</a></p>`;
    return {
      unique_id: id,
      ...toSlideDates(data.date),
      group: data.kind,
      text: { headline: escapeHtml(data.title), text: [...paragraphs, link].join('') },
    };
  };
  return {
    title: { text: { headline: escapeHtml(archive.settings.title), text: `<p>${escapeHtml(archive.settings.subject)}</p>` } },
    events: archive.events.map(toSlide),
  };
}
