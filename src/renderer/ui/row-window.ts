/** Height of a row and of the row of headings, in px. */
export const ROW_PX = 30

/** Rows kept ready above and below what is in sight. */
const ROOM = 8

/** The first row in sight and the one after the last, with some room. */
export function rowsInSight(scrollTopPx: number, heightPx: number, count: number): { from: number; to: number } {
  const from = Math.max(0, Math.min(Math.floor(scrollTopPx / ROW_PX) - ROOM, count))
  return { from, to: Math.min(count, Math.max(from, Math.ceil((scrollTopPx + heightPx) / ROW_PX) + ROOM)) }
}

/** Where to scroll so that a row stands clear of the headings; null where it does already. */
export function scrollTopFor(row: number, scrollTopPx: number, heightPx: number): number | null {
  const top = row * ROW_PX
  if (top < scrollTopPx) return top
  const lowest = top + 2 * ROW_PX - heightPx
  return lowest > scrollTopPx ? lowest : null
}
