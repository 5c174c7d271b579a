import { numberText } from '../../compare/number-text'
import { recordNames } from '../../model/record-name'
import type { Document } from '../../model/document'
import { cleanText } from '../clean-text'
import { FIGURE_FONTS } from '../page'
import type { TextShape } from '../scene'
import { textShape } from '../text-shape'
import { touches, type LanePlot, type TakenBox } from './lane-plot'
import { POINT_PX } from './point-mark'

const FONT = FIGURE_FONTS.list
const HEIGHT_PX = FONT.sizePx
const GAP_PX = 4
const CLEAR_PX = 2.5
/** Limits closer than this share one label. */
const CLOSE_PX = 8
/** How often and how far the label of limits moves from its lines to stand clear. */
const STEPS_AWAY = [0, 1, 2, 3, 4]
const AWAY_PX = 7
const SIGNS = { '>=': '≥', '>': '>', '<=': '≤', '<': '<' } as const

/** Where a text would stand: its left edge, and the foot of its box. */
interface Place {
  readonly left: number
  readonly bottom: number
}

/** The names in a lane: of limits first, then of chips; a name without room is left out, what it names is not. */
export class LaneLabels {
  private readonly found: TextShape[] = []
  private readonly taken: TakenBox[] = []
  private readonly marks: readonly TakenBox[]
  private readonly limits: readonly TakenBox[]
  private readonly lines: readonly TakenBox[]

  constructor(
    private readonly plot: LanePlot,
    private readonly document: Document,
    private readonly area: TakenBox,
    lineEndDay: number,
  ) {
    this.limits = plot
      .limits()
      .map(({ y, mayBegin, mayEnd }) => ({ left: mayBegin, right: mayEnd, top: y - 0.7, bottom: y + 0.7 }))
    this.lines = [...plot.strokes(lineEndDay), ...this.limits]
    this.marks = plot.points().map(({ x, y }) => ({
      left: x - POINT_PX,
      right: x + POINT_PX,
      top: y - POINT_PX,
      bottom: y + POINT_PX,
    }))
  }

  get shapes(): readonly TextShape[] {
    return this.found
  }

  /** The values at the ticks, inside of the plot: on its side on which fewer points are in the way. */
  nameTicks(texts: readonly { readonly text: string; readonly y: number }[]): void {
    const width = Math.max(0, ...texts.map(({ text }) => this.widthOf(text)))
    const sideOf = (left: number): TakenBox[] =>
      texts.map(({ y }) => boxOf({ left, bottom: this.inArea(y + HEIGHT_PX / 2) }, width))
    const [left, right] = [this.area.left + 1, this.area.right - width - 1]
    const hidden = (side: readonly TakenBox[]): number =>
      this.marks.filter((mark) => side.some((box) => touches(mark, box))).length
    const from = hidden(sideOf(right)) < hidden(sideOf(left)) ? right : left
    for (const { text, y } of texts) {
      const place = {
        left: from === left ? left : this.area.right - this.widthOf(text) - 1,
        bottom: this.inArea(y + HEIGHT_PX / 2),
      }
      if (this.isFree(boxOf(place, this.widthOf(text)), 0))
        this.write(text, place, 'tick', this.plot.page.palette.mutedInk)
    }
  }

  /** Each limit at its end, else at its beginning, above its line, below it or before it; with its rule where that has room. */
  nameLimits(): void {
    const colour = this.plot.page.palette.tones.allowed
    for (const { texts, from, to, top, bottom } of limitClusters(this.plot, this.document)) {
      const places = texts.flatMap((text) => {
        const width = this.widthOf(text)
        const along = [to - width - 2, from + 2, (from + to - width) / 2].filter(
          (left) => left >= from && left + width <= to,
        )
        const feet = STEPS_AWAY.flatMap((away) => [
          { foot: top - 2.5 - away * AWAY_PX, away },
          { foot: bottom + HEIGHT_PX + 2 + away * AWAY_PX, away },
        ])
        return [
          ...feet.flatMap(({ foot, away }) => along.map((left) => ({ left, bottom: foot, away }))),
          { left: from - width - GAP_PX, bottom: (top + bottom + HEIGHT_PX) / 2, away: 1 },
          ...feet.map(({ foot, away }) => ({ left: to - width - 2, bottom: foot, away })),
        ].map((place) => ({ text, place, box: boxOf(place, width) }))
      })
      const free = places.filter(({ box }) => this.isFree(box, 1))
      const cost = ({ box, place }: (typeof free)[number]): number =>
        place.away + 3 * this.marksUnder(box, 0) + 2 * this.limitsUnder(box) + 3 * this.linesUnder(box)
      const best = free.toSorted((one, other) => cost(one) - cost(other))[0]
      if (best !== undefined) this.write(best.text, best.place, 'label', colour)
    }
  }

  /** Names of what was the best of all when it came, the latest first; then of others that stand clear of everything. */
  namePoints(): void {
    const points = this.plot.points().toReversed()
    const { mutedInk, faintInk } = this.plot.page.palette
    for (const leading of [true, false])
      for (const { point, x, y } of points) {
        const record = this.document.records.get(point.chip)
        if (point.leads !== leading || record === undefined) continue
        const text = cleanText(recordNames(record, this.document)[this.plot.page.locale])
        const width = this.widthOf(text)
        const free = placesAbout(x, y, width, leading)
          .map((place) => ({ place, box: boxOf(place, width) }))
          .filter(({ box }) => this.isFree(box, CLEAR_PX) && this.marksUnder(box, leading ? 0 : CLEAR_PX) === 0)
          .toSorted((a, b) => this.linesUnder(a.box) - this.linesUnder(b.box))[0]
        if (free === undefined || this.linesUnder(free.box) > (leading ? 1 : 0)) continue
        this.write(text, free.place, 'label', leading ? mutedInk : faintInk)
      }
  }

  private widthOf(text: string): number {
    return this.plot.page.measurer.widthPx(text, FONT)
  }

  private inArea(bottom: number): number {
    return Math.min(Math.max(bottom, this.area.top + HEIGHT_PX), this.area.bottom)
  }

  private isFree(box: TakenBox, padPx: number): boolean {
    const { left, right, top, bottom } = this.area
    if (box.left < left || box.right > right || box.top < top || box.bottom > bottom) return false
    return !this.taken.some((each) => touches(box, each, padPx))
  }

  private marksUnder(box: TakenBox, padPx: number): number {
    return this.marks.filter((mark) => touches(box, mark, padPx)).length
  }

  private limitsUnder(box: TakenBox): number {
    return this.limits.filter((line) => touches(box, line)).length
  }

  private linesUnder(box: TakenBox): number {
    return this.lines.filter((line) => touches(box, line)).length
  }

  private write(text: string, place: Place, role: 'label' | 'tick', colour: string): void {
    const { page } = this.plot
    this.taken.push(boxOf(place, this.widthOf(text)))
    this.found.push(
      textShape(page, {
        role,
        text,
        font: FONT,
        colour,
        xPx: place.left,
        baselinePx: place.bottom - HEIGHT_PX * 0.25,
        halo: page.halo,
      }),
    )
  }
}

const boxOf = ({ left, bottom }: Place, width: number): TakenBox => ({
  left,
  right: left + width,
  top: bottom - HEIGHT_PX,
  bottom,
})

/** Where the name of a point may stand, the best place first. */
function placesAbout(x: number, y: number, width: number, leading: boolean): Place[] {
  const [besides, above, below] = [y + HEIGHT_PX / 2 - 1, y - POINT_PX - 1, y + POINT_PX + HEIGHT_PX + 1]
  const [right, left] = [x + POINT_PX + GAP_PX, x - POINT_PX - GAP_PX - width]
  return [
    { left: right, bottom: besides },
    { left, bottom: besides },
    { left: x - width / 2, bottom: above },
    { left: x - width / 2, bottom: below },
    ...(leading
      ? [
          { left: left + POINT_PX, bottom: above },
          { left: right - POINT_PX, bottom: above },
          { left: right - POINT_PX, bottom: below },
          { left: left + POINT_PX, bottom: below },
        ]
      : []),
  ]
}

/** Limits that stand too close for names of their own, over days that they share. */
interface LimitCluster {
  /** The fullest first. */
  readonly texts: readonly string[]
  readonly from: number
  readonly to: number
  readonly top: number
  readonly bottom: number
}

function limitClusters(plot: LanePlot, document: Document): LimitCluster[] {
  const clusters: { values: string[]; rule: string; from: number; to: number; top: number; bottom: number }[] = []
  for (const { run, y, mayBegin, mayEnd } of plot.limits().toSorted((a, b) => a.y - b.y)) {
    const [first] = run.lines
    if (first === undefined) continue
    const value = `${SIGNS[first.operator]} ${numberText(run.limit)}`
    const rule = cleanText(plot.page.words(recordNames(first.rule, document)))
    const near = clusters.find(
      ({ top, bottom, from, to }) =>
        y - bottom < CLOSE_PX && y - top < HEIGHT_PX * 1.5 && mayBegin < to && from < mayEnd,
    )
    if (near === undefined) clusters.push({ values: [value], rule, from: mayBegin, to: mayEnd, top: y, bottom: y })
    else {
      near.values.push(value)
      near.bottom = y
      near.from = Math.min(near.from, mayBegin)
      near.to = Math.max(near.to, mayEnd)
      if (near.rule !== rule) near.rule = ''
    }
  }
  return clusters.map(({ values, rule, ...box }) => {
    const list = values.join('  ')
    return { ...box, texts: rule === '' ? [list] : [`${list} · ${rule}`, list] }
  })
}
