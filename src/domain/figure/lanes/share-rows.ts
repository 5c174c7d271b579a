/** How many rows a strip must have, and how many it would fill. */
export interface RowNeed {
  readonly least: number
  readonly rows: number
}

/** Shares rows out: each strip gets the least it must have, then the one with the fewest gets the next, until all have what they need. */
export function shareRows(needs: readonly RowNeed[], available: number): number[] {
  const shares = needs.map(({ least }) => least)
  let left = available - shares.reduce((sum, share) => sum + share, 0)
  while (left > 0) {
    let poorest = -1
    for (const [index, { rows }] of needs.entries()) {
      const share = shares[index] ?? 0
      if (share < rows && (poorest < 0 || share < (shares[poorest] ?? 0))) poorest = index
    }
    if (poorest < 0) break
    shares[poorest] = (shares[poorest] ?? 0) + 1
    left -= 1
  }
  return shares
}
