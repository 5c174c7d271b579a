/** The elements that say which part of the strip is shown. */
export interface FrameElements {
  readonly strip: HTMLElement
  readonly frame: HTMLElement
  readonly shadeBefore: HTMLElement
  readonly shadeAfter: HTMLElement
}

/** In px of the strip. */
export interface Edges {
  readonly left: number
  readonly right: number
}

const LEAST_FRAME_PX = 10
/** A hair past the range is no part that is worth a mark. */
const PAST_PX = 1

/** Where the frame stands for a window from `from` to `to`: inside of the strip, and wide enough to be seen and held. */
export function frameEdges(from: number, to: number, widthPx: number): Edges {
  const [first, last] = [Math.max(from, 0), Math.min(to, widthPx)]
  const width = Math.min(Math.max(last - first, LEAST_FRAME_PX), widthPx)
  const left = Math.min(Math.max((first + last - width) / 2, 0), widthPx - width)
  return { left, right: left + width }
}

/** At which ends the window reaches past the strip. */
export function pastEnds(from: number, to: number, widthPx: number): string {
  return [from < -PAST_PX ? 'start' : '', to > widthPx + PAST_PX ? 'end' : ''].join(' ').trim()
}

/**
 * Moves the frame and the shade on either side of it. In each frame of a moving picture: three transforms, and the
 * frame's width where it changes, which lays out nothing but the frame.
 */
export class ShownFrame {
  edges: Edges = { left: 0, right: 0 }
  private width = ''
  private past = ''

  constructor(private readonly elements: FrameElements) {}

  place(from: number, to: number, widthPx: number): void {
    const { strip, frame, shadeBefore, shadeAfter } = this.elements
    this.edges = frameEdges(from, to, widthPx)
    const { left, right } = this.edges
    frame.style.transform = `translateX(${left.toFixed(1)}px)`
    shadeBefore.style.transform = `translateX(${(left - widthPx).toFixed(1)}px)`
    shadeAfter.style.transform = `translateX(${right.toFixed(1)}px)`
    const width = `${(right - left).toFixed(1)}px`
    if (width !== this.width) frame.style.width = this.width = width
    const past = pastEnds(from, to, widthPx)
    if (past !== this.past) strip.dataset['past'] = this.past = past
  }
}
