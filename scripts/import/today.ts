/** The calendar day where the editor is, as `2026-11-22`. */
export function formatToday(now = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
