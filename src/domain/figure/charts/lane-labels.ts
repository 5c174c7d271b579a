import { numberText } from '../../compare/number-text'
import type { LimitRun } from '../../lanes/limit-runs'
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

  constructor(
    private readonly plot: LanePlot,
    private readonly document: Document,
    private readonly area: TakenBox,
  ) {
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

  /** Each limit at its end, else at its beginning, above its line or below; with its rule where that has room. */
  nameLimits(): void {
    const colour = this.plot.page.palette.tones.allowed
    for (const { run, y, begins, mayBegin, mayEnd } of this.plot.limits()) {
      const texts = limitTexts(run, this.document, this.plot.page.words)
      const places = texts.flatMap((text) => {
        const width = this.widthOf(text)
        const lefts = [mayEnd - width - 2, Math.max(begins, mayBegin) + 2, (mayBegin + mayEnd - width) / 2]
        return [y - 2.5, y + HEIGHT_PX + 2].flatMap((bottom) =>
          lefts
            .filter((left) => left >= mayBegin && left + width <= mayEnd)
            .map((left) => ({ text, place: { left, bottom } })),
        )
      })
      const free = places.filter(({ text, place }) => this.isFree(boxOf(place, this.widthOf(text)), 1))
      const best = free.find(({ text, place }) => !this.coversMark(boxOf(place, this.widthOf(text)), 0)) ?? free[0]
      if (best !== undefined) this.write(best.text, best.place, 'label', colour)
    }
  }

  /** Names of what was the best of all when it came, the latest first; then of others that stand clear. */
  namePoints(): void {
    const points = this.plot.points().toReversed()
    for (const leading of [true, false])
      for (const { point, x, y } of points) {
        if (point.leads !== leading) continue
        const record = this.document.records.get(point.chip)
        if (record === undefined) continue
        const text = cleanText(recordNames(record, this.document)[this.plot.page.locale])
        const width = this.widthOf(text)
        const [besides, above, below] = [y + HEIGHT_PX / 2 - 1, y - POINT_PX - 1, y + POINT_PX + HEIGHT_PX + 1]
        const places: Place[] = [
          { left: x + POINT_PX + GAP_PX, bottom: besides },
          { left: x - POINT_PX - GAP_PX - width, bottom: besides },
          { left: x - width / 2, bottom: above },
          { left: x - width / 2, bottom: below },
          ...(leading
            ? [
                { left: x + 2, bottom: above },
                { left: x - width - 2, bottom: above },
              ]
            : []),
        ]
        const place = places.find((each) => {
          const box = boxOf(each, width)
          return this.isFree(box, CLEAR_PX) && !this.coversMark(box, leading ? 0 : CLEAR_PX)
        })
        const { mutedInk, faintInk } = this.plot.page.palette
        if (place !== undefined) this.write(text, place, 'label', leading ? mutedInk : faintInk)
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

  private coversMark(box: TakenBox, padPx: number): boolean {
    return this.marks.some((mark) => touches(box, mark, padPx))
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

/** A limit with the rule that set it first, and without. */
function limitTexts({ limit, lines }: LimitRun, document: Document, words: LanePlot['page']['words']): string[] {
  const [first] = lines
  if (first === undefined) return []
  const value = `${SIGNS[first.operator]} ${numberText(limit)}`
  return [`${value} · ${cleanText(words(recordNames(first.rule, document)))}`, value]
}
