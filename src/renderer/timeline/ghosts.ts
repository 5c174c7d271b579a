export interface GhostSpan {
  readonly startDay: number
  readonly endDay: number
}

const LEAST_PX = 12

/**
 * Where dragged items would land: outlines over the canvas, each in the row of its item, while the
 * items themselves stay dimmed where they are. The layout is not asked, so that no row moves under
 * the pointer.
 */
export class Ghosts {
  private readonly layer = document.createElement('div')
  private spans: ReadonlyMap<string, GhostSpan> = new Map()

  constructor(
    private readonly canvas: HTMLElement,
    /** Where a day is, in px of the page. */
    private readonly clientXOf: (day: number) => number,
  ) {
    this.layer.className = 'ghosts'
    this.layer.setAttribute('aria-hidden', 'true')
    canvas.after(this.layer)
  }

  show(spans: ReadonlyMap<string, GhostSpan>): void {
    this.spans = spans
    this.redraw()
  }

  clear(): void {
    if (this.spans.size > 0) this.show(new Map())
  }

  /** Draws them again where the picture has moved under them. */
  redraw(): void {
    const drawn = this.layer.childElementCount > 0
    if (this.spans.size === 0 && !drawn) return
    const { left, top } = this.layer.getBoundingClientRect()
    const ghosts: HTMLElement[] = []
    for (const item of this.canvas.querySelectorAll<HTMLElement>('.item')) {
      const span = this.spans.get(item.dataset['record'] ?? '')
      item.classList.toggle('item-lifted', span !== undefined)
      if (span === undefined) continue
      const from = this.clientXOf(span.startDay)
      const widthPx = Math.max(this.clientXOf(span.endDay) - from, LEAST_PX)
      ghosts.push(ghostOf(item, from - left, item.getBoundingClientRect().top - top, widthPx))
    }
    this.layer.replaceChildren(...ghosts)
  }

  dispose(): void {
    this.layer.remove()
  }
}

function ghostOf(item: HTMLElement, leftPx: number, topPx: number, widthPx: number): HTMLElement {
  const ghost = document.createElement('div')
  const tones = [...item.classList].filter((name) => name.startsWith('tone-'))
  const span = item.classList.contains('shape-span') ? 'ghost-span' : 'ghost-point'
  // A point that is hardly wider than its glyph is told by that alone.
  const narrow = span === 'ghost-point' && widthPx <= LEAST_PX ? ['ghost-narrow'] : []
  ghost.className = ['ghost', span, ...narrow, ...tones].join(' ')
  ghost.dataset['ghost'] = item.dataset['record'] ?? ''
  ghost.style.left = `${String(leftPx)}px`
  ghost.style.top = `${String(topPx)}px`
  ghost.style.width = `${String(widthPx)}px`
  const head = item.querySelector('.head')?.cloneNode(true)
  if (head instanceof HTMLElement) {
    head.style.transform = `translateX(${String(Math.min(widthPx / 2, 8) - 6)}px)`
    ghost.append(head)
  }
  return ghost
}
