type Panel = 'root' | 'center' | 'left' | 'right' | 'top' | 'bottom' | 'leftContainer' | 'rightContainer'
type Measure = 'offsetWidth' | 'offsetHeight' | 'clientWidth' | 'clientHeight'

/** Inside vis-timeline, without a name: where a later version lacks one, it is measured as before. */
interface Inside {
  readonly dom?: Readonly<Partial<Record<Panel, HTMLElement>>>
}

/** The sizes of the panels: as the browser measures them, or as they follow from the height of all lanes. */
export class PanelSizes {
  private lanesPx: number | null = null

  constructor(timeline: object) {
    const { root, center, left, right, top, bottom, leftContainer, rightContainer } = (timeline as Inside).dom ?? {}
    // Only the lanes change between one measuring and the next, so what else was measured stays as it was.
    this.remember(root, 'offsetWidth')
    this.remember(root, 'offsetHeight', ({ style }) => Number.parseFloat(style.height))
    this.remember(center, 'offsetHeight', (_, lanesPx) => lanesPx)
    this.remember(left, 'offsetHeight', (_, lanesPx) => lanesPx)
    this.remember(right, 'offsetHeight')
    this.remember(top, 'clientHeight')
    this.remember(bottom, 'clientHeight')
    this.remember(leftContainer, 'clientWidth')
    this.remember(rightContainer, 'clientWidth')
    if (bottom !== undefined) this.rememberBox(bottom)
  }

  /** Draws with all panels measured. */
  measured(draw: () => void): void {
    this.lanesPx = null
    draw()
  }

  /** Draws without a measuring, for lanes that are so high in all. */
  told(lanesPx: number, draw: () => void): void {
    this.lanesPx = lanesPx
    draw()
  }

  private remember(
    panel: HTMLElement | undefined,
    measure: Measure,
    follows?: (panel: HTMLElement, lanesPx: number) => number,
  ): void {
    if (panel === undefined) return
    let last: number | null = null
    Object.defineProperty(panel, measure, {
      get: (): number => {
        if (this.lanesPx !== null && last !== null) return follows?.(panel, this.lanesPx) ?? last
        last = Reflect.get(HTMLElement.prototype, measure, panel)
        return last
      },
    })
  }

  private rememberBox(panel: HTMLElement): void {
    let last: DOMRect | null = null
    panel.getBoundingClientRect = () => {
      if (this.lanesPx === null || last === null) last = HTMLElement.prototype.getBoundingClientRect.call(panel)
      return last
    }
  }
}
