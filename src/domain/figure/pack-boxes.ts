import { RowSpace } from '../layout/row-space'
import type { ItemBox, ItemChoice } from './item-box'

/** In lanes higher than this, names change sides to save rows. */
const CALM_ROWS = 5

export interface PackedBox {
  readonly box: ItemBox
  readonly row: number
}

export interface PackedBoxes {
  readonly boxes: readonly PackedBox[]
  readonly rows: number
}

/** The rows of one lane and what is taken of them. */
class Rows {
  private readonly taken: RowSpace[] = []

  get count(): number {
    return this.taken.length
  }

  /** The highest row where the box touches no other; `count` where only a new one will do. */
  rowFor(box: ItemBox): number {
    let row = 0
    while (!this.isFree(box, row)) row += 1
    return row
  }

  take(box: ItemBox, row: number): PackedBox {
    for (let line = row; line < row + box.rows; line += 1)
      (this.taken[line] ??= new RowSpace()).take(box.leftPx, box.rightPx)
    return { box, row }
  }

  private isFree(box: ItemBox, row: number): boolean {
    for (let line = row; line < row + box.rows; line += 1)
      if (this.taken[line]?.isFree(box.leftPx, box.rightPx) === false) return false
    return true
  }
}

/**
 * Gives every item the highest place where it touches no other: spans first, so that they lie above
 * the points of their lane, each in the order given. Rows are added as needed; nothing is left out.
 *
 * Where many points crowd together, a point that needs a new row has its name on its left, so that
 * the next one fits beside it:
 *
 *              First name ◆ ◆ Second name
 */
export function packBoxes(items: readonly ItemChoice[]): PackedBoxes {
  const rows = new Rows()
  const spans = items.filter(({ first }) => first.item.shape === 'span')
  const points = items.filter(({ first }) => first.item.shape === 'point')
  const boxes = [
    ...spans.map(({ first }) => rows.take(first, rows.rowFor(first))),
    ...points.map(({ first, other }) => {
      const row = rows.rowFor(first)
      if (other === undefined || row < CALM_ROWS || row + first.rows <= rows.count) return rows.take(first, row)
      const otherRow = rows.rowFor(other)
      return otherRow <= row ? rows.take(other, otherRow) : rows.take(first, row)
    }),
  ]
  return { boxes, rows: rows.count }
}
