import { onBeforeUnmount, shallowRef } from 'vue'
import type { Column } from '../../domain/table/column'

const THRESHOLD_PX = 4

/** A heading that is dragged: by its edge to another width, by its middle to another place. */
export interface HeadingDrag {
  readonly id: string
  readonly kind: 'width' | 'place'
  readonly widthPx: number
  /** Before which of the columns it would stand. */
  readonly to: number
}

/** Drags of headings. Nothing changes before it is let go; Escape gives up. */
export function useHeadingDrag(
  columns: () => readonly Column[],
  done: { resize(id: string, widthPx: number): void; move(id: string, to: number): void },
) {
  const drag = shallowRef<HeadingDrag | null>(null)
  let from: {
    readonly x: number
    readonly at: number
    readonly column: Column
    readonly kind: HeadingDrag['kind']
  } | null = null
  let swallow = false

  /** Between which columns a place is, so many px right of where the dragged one began. */
  function placeAt(at: number, dxPx: number): number {
    const lefts = columns().reduce<number[]>((sums, { widthPx }) => [...sums, (sums.at(-1) ?? 0) + widthPx], [0])
    const middle = (lefts[at] ?? 0) + (columns()[at]?.widthPx ?? 0) / 2 + dxPx
    const before = columns().findIndex((_, index) => middle < ((lefts[index] ?? 0) + (lefts[index + 1] ?? 0)) / 2)
    return before < 0 ? columns().length : before
  }

  function move(event: PointerEvent): void {
    if (from === null) return
    const dx = event.clientX - from.x
    if (drag.value === null && Math.abs(dx) < THRESHOLD_PX) return
    const { id, widthPx } = from.column
    drag.value = { id, kind: from.kind, widthPx: Math.max(48, widthPx + dx), to: placeAt(from.at, dx) }
  }

  function finish(keep: boolean): void {
    const [dragged, at] = [drag.value, from?.at ?? 0]
    drag.value = from = null
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', up)
    window.removeEventListener('keydown', key, { capture: true })
    if (dragged === null) return
    swallow = true
    if (!keep) return
    if (dragged.kind === 'width') done.resize(dragged.id, dragged.widthPx)
    else if (dragged.to !== at && dragged.to !== at + 1)
      done.move(dragged.id, dragged.to > at ? dragged.to - 1 : dragged.to)
  }
  const up = (): void => {
    finish(true)
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    finish(false)
  }

  function press(event: PointerEvent, at: number, kind: HeadingDrag['kind']): void {
    const column = columns()[at]
    if (event.button !== 0 || column === undefined) return
    swallow = false
    from = { x: event.clientX, at, column, kind }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('keydown', key, { capture: true })
  }

  onBeforeUnmount(() => {
    finish(false)
  })
  return {
    drag,
    press,
    /** Whether a click is only the end of a drag. */
    endsDrag(): boolean {
      const ended = swallow
      swallow = false
      return ended
    },
  }
}
