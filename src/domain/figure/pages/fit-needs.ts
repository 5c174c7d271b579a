/** What a part of a page needs: once for its head, and for each of its rows, the most important first. */
export interface Need {
  readonly headPx: number
  readonly rowsPx: readonly number[]
}

/**
 * How many rows of each part have room in a height: in turn each part gets its next row, the first one with its head,
 * until nothing more fits. So none takes the room of another, and a part that needs little leaves the rest.
 */
export function fitNeeds(needs: readonly Need[], heightPx: number): number[] {
  const counts = needs.map(() => 0)
  let left = heightPx
  for (let grew = true; grew;) {
    grew = false
    for (const [at, { headPx, rowsPx }] of needs.entries()) {
      const count = counts[at] ?? 0
      const row = rowsPx[count]
      if (row === undefined) continue
      const cost = row + (count === 0 ? headPx : 0)
      if (cost > left) continue
      left -= cost
      counts[at] = count + 1
      grew = true
    }
  }
  return counts
}
