import { RowSpace } from '../layout/row-space'
import type { ItemBox } from './item-box'

export interface PackedBox {
  readonly box: ItemBox
  readonly row: number
}

export interface PackedBoxes {
  readonly boxes: readonly PackedBox[]
  readonly rows: number
}

/**
 * Gives every box the highest place where it touches no other: spans first, so that they lie above
 * the points of their lane, each in the order given. Rows are added as needed; nothing is left out.
 */
export function packBoxes(boxes: readonly ItemBox[]): PackedBoxes {
  const space: RowSpace[] = []
  const rowAt = (index: number): RowSpace => {
    const known = space[index]
    if (known !== undefined) return known
    const row = new RowSpace()
    space[index] = row
    return row
  }
  const ordered = [
    ...boxes.filter(({ item }) => item.shape === 'span'),
    ...boxes.filter(({ item }) => item.shape === 'point'),
  ]
  const packed = ordered.map((box): PackedBox => {
    const taken = (row: number): boolean => {
      for (let line = row; line < row + box.rows; line += 1)
        if (space[line] !== undefined && !rowAt(line).isFree(box.leftPx, box.rightPx)) return true
      return false
    }
    let row = 0
    while (taken(row)) row += 1
    for (let line = row; line < row + box.rows; line += 1) rowAt(line).take(box.leftPx, box.rightPx)
    return { box, row }
  })
  return { boxes: packed, rows: space.length }
}
