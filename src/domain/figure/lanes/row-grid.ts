/** Space in one row, in px across the page; `row` counts from the row of the mark. */
export interface Cell {
  readonly row: number
  readonly leftPx: number
  readonly rightPx: number
}

interface Taken<Owner> {
  readonly leftPx: number
  readonly rightPx: number
  readonly owner: Owner
}

/** The rows of one lane and who holds which stretch of them. */
export class RowGrid<Owner> {
  private readonly rows: Taken<Owner>[][] = []

  /** `limit`: how many rows there may be. */
  constructor(private readonly limit: number) {}

  get count(): number {
    return this.rows.length
  }

  /** Whether the cells are free with their mark in `row`, and lie in the first `rows` rows. */
  isFree(cells: readonly Cell[], row: number, rows = this.limit): boolean {
    return cells.every((cell) => {
      const at = row + cell.row
      if (at < 0 || at >= Math.min(rows, this.limit)) return false
      return this.between(at, cell.leftPx, cell.rightPx).length === 0
    })
  }

  /** The highest row in which the cells are free; undefined where there is none. */
  rowFor(cells: readonly Cell[], rows = this.limit): number | undefined {
    const end = Math.min(rows, this.limit, this.rows.length + 1 - Math.min(...cells.map(({ row }) => row)))
    for (let row = 0; row < end; row += 1) if (this.isFree(cells, row, rows)) return row
    return undefined
  }

  take(cells: readonly Cell[], row: number, owner: Owner): void {
    for (const cell of cells) {
      while (this.rows.length <= row + cell.row) this.rows.push([])
      const taken = this.rows[row + cell.row] ?? []
      taken.splice(firstEndingAfter(taken, cell.leftPx), 0, { leftPx: cell.leftPx, rightPx: cell.rightPx, owner })
    }
  }

  remove(owner: Owner): void {
    for (const [row, taken] of this.rows.entries()) this.rows[row] = taken.filter((each) => each.owner !== owner)
  }

  /** Who holds any of a stretch of a row, from left to right. */
  between(row: number, leftPx: number, rightPx: number): Owner[] {
    const taken = this.rows[row] ?? []
    const found: Owner[] = []
    for (let index = firstEndingAfter(taken, leftPx); index < taken.length; index += 1) {
      const each = taken[index]
      if (each === undefined || each.leftPx >= rightPx) break
      found.push(each.owner)
    }
    return found
  }
}

/** Stretches of a row are apart and in order, so one is found by bisection. */
function firstEndingAfter<Owner>(taken: readonly Taken<Owner>[], px: number): number {
  let [low, high] = [0, taken.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((taken[middle]?.rightPx ?? Infinity) > px) high = middle
    else low = middle + 1
  }
  return low
}
