// vis-timeline as it comes: its own options, no other stacking, no other template. The items come as a script,
// because a page of a file may not fetch one.
const FRAMES_AT_REST = 10
const data = document.createElement('script')
data.src = new URL(`file://${new URLSearchParams(location.search).get('items')}`).href
data.onload = () => {
  const { items, groups } = globalThis.stockData
  const container = document.getElementById('timeline')
  new globalThis.vis.Timeline(container, new globalThis.vis.DataSet(items), new globalThis.vis.DataSet(groups), {})
  // It shows itself before its items are stacked: it can be used when its height has come to rest.
  let [height, still] = [0, 0]
  requestAnimationFrame(function look() {
    const drawn = container.querySelector('.vis-timeline')
    const shown = drawn?.querySelector('.vis-item') && getComputedStyle(drawn).visibility === 'visible'
    still = shown && drawn.offsetHeight === height ? still + 1 : 0
    height = drawn?.offsetHeight ?? 0
    if (still < FRAMES_AT_REST) requestAnimationFrame(look)
    else document.title = 'STOCK_USABLE'
  })
}
document.head.append(data)
