import { computed, nextTick, onBeforeUnmount, onMounted, shallowRef, type Ref } from 'vue'
import { ROW_PX, rowsInSight, scrollTopFor } from './row-window'

/** Which rows are in sight in the scroller, and how a cell is brought there. */
export function useRowSight<Row>(
  host: { readonly rows: readonly Row[]; readonly columns: readonly { readonly widthPx: number }[] },
  scroller: Readonly<Ref<HTMLElement | null>>,
) {
  const scrollTop = shallowRef(0)
  const heightPx = shallowRef(400)
  const sight = computed(() => rowsInSight(scrollTop.value, heightPx.value, host.rows.length))
  const inSight = computed(() =>
    host.rows.slice(sight.value.from, sight.value.to).map((row, at) => ({ row, index: sight.value.from + at })),
  )

  async function show({ row, column }: { readonly row: number; readonly column: number }): Promise<void> {
    const view = scroller.value
    if (view === null) return
    const top = scrollTopFor(Math.max(row, 0), view.scrollTop, view.clientHeight)
    if (top !== null) view.scrollTop = top
    const left = host.columns.slice(0, column).reduce((sum, one) => sum + one.widthPx, 0)
    const right = left + (host.columns[column]?.widthPx ?? 0)
    if (left < view.scrollLeft) view.scrollLeft = left
    else if (right > view.scrollLeft + view.clientWidth) view.scrollLeft = right - view.clientWidth
    scrollTop.value = view.scrollTop
    await nextTick()
  }

  const resize = new ResizeObserver(() => {
    heightPx.value = scroller.value?.clientHeight ?? heightPx.value
  })
  onMounted(() => {
    if (scroller.value !== null) resize.observe(scroller.value)
  })
  onBeforeUnmount(() => {
    resize.disconnect()
  })
  return {
    inSight,
    pageRows: () => Math.max(1, Math.floor(heightPx.value / ROW_PX) - 2),
    show,
    onScroll() {
      scrollTop.value = scroller.value?.scrollTop ?? 0
    },
  }
}
