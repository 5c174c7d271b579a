import type { Locale } from '../../domain/model/names'
import type { TimeWindow } from '../../domain/model/view'
import { Camera } from './camera'
import { ComingFrames } from './coming-frames'
import type { ItemBox } from './item-box'
import { Picture } from './picture'
import type { StageInput } from './stage'
import type { TimeArea } from './time-area'
import type { TimelineElements } from './timeline-content'
import { UnseenLanes } from './unseen-lanes'
import type { ViewSize } from './view-size'
import { widthOf } from './window-math'

const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

export interface DrawingHost {
  locale(): Locale
  stageInput(): StageInput
  dress(box: ItemBox): void
  /** Draws all that hangs on the window and on where things are drawn. */
  around(window: TimeWindow): void
  moving(isMoving: boolean): void
  /** The first picture is on the screen. */
  usable(): void
}

/** When the picture is drawn: by the camera, until it rests, first of all, and where one scrolls to. */
export class Drawing {
  readonly camera: Camera
  readonly picture: Picture
  private readonly frames: ComingFrames
  private readonly unseen: UnseenLanes
  /** Asked of the browser in a frame, it would have to lay out all that was just moved. */
  private scrolledPx = 0

  constructor(
    private readonly elements: TimelineElements,
    private readonly area: TimeArea,
    size: ViewSize,
    window: TimeWindow,
    private readonly host: DrawingHost,
  ) {
    this.camera = new Camera(window, {
      now: () => performance.now(),
      requestFrame: (callback) => requestAnimationFrame(callback),
      cancelFrame: (handle) => {
        cancelAnimationFrame(handle)
      },
      reducedMotion,
      show: (shown) => {
        this.draw(shown)
      },
    })
    this.picture = new Picture(elements.canvas, host.locale(), host.stageInput(), {
      now: () => performance.now(),
      reducedMotion,
      dress: (box) => {
        host.dress(box)
      },
      seen: () => ({ topPx: this.scrolledPx, bottomPx: this.scrolledPx + size.heightPx }),
    })
    this.frames = new ComingFrames({
      isDrivenByCamera: () => this.camera.moving,
      isBusy: () => this.picture.busy,
      draw: () => {
        this.draw()
      },
      rest: () => {
        this.rest()
      },
    })
    this.unseen = new UnseenLanes(elements.frame, {
      drawMore: () => this.picture.drawUnseen(this.camera.window, this.area.widthPx),
      isWhole: () => this.picture.isWhole,
    })
  }

  /** What can be seen at once comes first; the rest when that is on the screen. */
  first(): void {
    const { window } = this.camera
    this.picture.drawFirst(window, this.area.widthPx)
    this.picture.lanes.reveal()
    // Told by vis-timeline, which takes its own view of how wide a column of names is.
    if (this.area.measure(this.picture.lanes.area())) this.picture.set(this.host.stageInput())
    this.around(window)
    this.elements.scroller.addEventListener('scroll', this.scrolled, { passive: true })
    // A task behind the frame comes when its picture has been handed over to the screen.
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.host.usable()
        this.picture.drawBeside(this.camera.window, this.area.widthPx)
        this.unseen.begin()
      }),
    )
  }

  draw(window = this.camera.window): void {
    const { destination } = this.camera
    this.picture.draw(window, widthOf(destination) > widthOf(window) ? destination : window, this.area.widthPx)
    this.around(window)
    this.frames.drawn()
    this.unseen.drawn()
    this.tellMoving()
  }

  /** What is to be drawn is another. */
  restage(): void {
    this.picture.set(this.host.stageInput())
    this.draw()
  }

  /** What is shown is another; `comesByItself`: nobody waits for it. What is staged of it may be the same. */
  show(comesByItself: boolean): void {
    const input = this.host.stageInput()
    if (!this.picture.isOf(input)) {
      if (comesByItself) this.picture.renew(input)
      else this.picture.set(input)
    }
    this.draw()
  }

  /** What is drawn looks different. */
  dress(): void {
    this.picture.dress()
    this.unseen.begin()
  }

  /** Takes the room that the lanes have now. */
  fit(): void {
    this.picture.lanes.fitContainer()
    this.area.measure(this.picture.lanes.area())
    this.picture.set(this.host.stageInput())
  }

  dispose(): void {
    this.camera.stop()
    this.frames.dispose()
    this.unseen.dispose()
    this.elements.scroller.removeEventListener('scroll', this.scrolled)
    this.picture.dispose()
  }

  private rest(): void {
    this.picture.placeAll(this.camera.window, this.area.widthPx)
    // What is out of sight may be on its way to another row, too.
    if (this.picture.busy) this.draw()
    else {
      this.tellMoving()
      this.unseen.begin()
    }
  }

  private readonly scrolled = (): void => {
    this.scrolledPx = this.elements.scroller.scrollTop
    this.picture.placeAll(this.camera.window, this.area.widthPx)
  }

  private around(window: TimeWindow): void {
    // For whoever reads the picture from outside: tests, scripts, assistive tools.
    this.elements.frame.dataset['startDay'] = String(window.startDay)
    this.elements.frame.dataset['endDay'] = String(window.endDay)
    this.tellMoving()
    this.host.around(window)
  }

  private tellMoving(): void {
    const isMoving = this.camera.moving || this.picture.busy || this.frames.pending
    this.elements.frame.dataset['moving'] = String(isMoving)
    this.host.moving(isMoving)
  }
}
