import { computed, nextTick, shallowRef, type Ref } from 'vue'
import type { QueryRows } from '../../domain/console/query-outcome'
import { columnWidths } from './result-records'

/**
 * How wide the columns of a result are: as wide as what stands in them, until one is made wider or narrower by hand.
 * `chosen` holds those, by place and name, so that they are as wide when the query is run again.
 */
export function useColumnWidths(result: () => QueryRows, chosen: Ref<ReadonlyMap<string, number>>) {
  const keyOf = (at: number): string => `${String(at)} ${result().columns[at]?.name ?? ''}`
  const found = computed(() => columnWidths(result()))
  /** The edge that Tab leads to. */
  const edge = shallowRef(0)

  return {
    widths: computed(() => found.value.map((px, at) => chosen.value.get(keyOf(at)) ?? px)),
    edge: computed({
      get: () => Math.min(edge.value, found.value.length - 1),
      set: (at) => (edge.value = at),
    }),
    setWidth(at: number, px: number): void {
      chosen.value = new Map([...chosen.value, [keyOf(at), px]])
    },
    resetWidth(at: number): void {
      chosen.value = new Map([...chosen.value].filter(([key]) => key !== keyOf(at)))
    },
    /** From one edge to the next, which takes the focus. */
    async stepTo(at: number, head: HTMLElement | null): Promise<void> {
      if (at < 0 || at >= found.value.length) return
      edge.value = at
      await nextTick()
      head?.querySelectorAll<HTMLElement>('[data-edge]')[at]?.focus()
    },
  }
}
