import { shallowRef } from 'vue'

export interface RowPress {
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

const NONE: ReadonlySet<number> = new Set()

/** Which rows are chosen: one, a range with Shift, single ones with Ctrl; by pointer and by keys alike. */
export function useRowChoice(host: () => { readonly rows: number; readonly pageRows: number }) {
  const active = shallowRef(-1)
  const chosen = shallowRef(NONE)
  let anchor = 0

  function clear(): void {
    active.value = -1
    chosen.value = NONE
    anchor = 0
  }

  function choose(row: number, { shiftKey, ctrlKey, metaKey }: RowPress): void {
    active.value = row
    if (shiftKey) {
      const [from, to] = [Math.min(anchor, row), Math.max(anchor, row)]
      chosen.value = new Set(Array.from({ length: to - from + 1 }, (_, at) => from + at))
      return
    }
    anchor = row
    if (!ctrlKey && !metaKey) {
      chosen.value = new Set([row])
      return
    }
    const wanted = new Set(chosen.value)
    if (!wanted.delete(row)) wanted.add(row)
    chosen.value = wanted
  }

  function chooseAll(): void {
    chosen.value = new Set(Array.from({ length: host().rows }, (_, at) => at))
  }

  /** Where a key leads; null for a key that leads nowhere. */
  function destination(key: string): number | null {
    const { rows, pageRows } = host()
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active.value + 1,
      ArrowUp: active.value - 1,
      PageDown: active.value + pageRows,
      PageUp: active.value - pageRows,
      Home: 0,
      End: rows - 1,
    }
    const to = steps[key]
    return to === undefined || rows === 0 ? null : Math.min(rows - 1, Math.max(0, to))
  }

  return { active, chosen, clear, choose, chooseAll, destination }
}
