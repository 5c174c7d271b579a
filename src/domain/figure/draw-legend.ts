import { ITEM_KINDS, type ItemKind } from '../model/view'
import { KIND_NAMES } from '../layout/lane-names'
import { FIGURE_WORDS } from './figure-words'
import { TONE_OF_KIND } from './kind-marks'
import type { LaneBand } from './lane-bands'
import { FIGURE_FONTS, type Page } from './page'
import type { Mark, Shape } from './scene'
import { baselineAt, textShape } from './text-shape'

const ENTRY_GAP_PX = 22
const ROW_PX = 20
const SAMPLE_PX = 34

interface Entry {
  readonly text: string
  readonly sampleWidthPx: number
  draw(xPx: number, centreYPx: number): Mark[]
}

function kindEntry(page: Page, kind: ItemKind): Entry {
  const colour = page.palette.tones[TONE_OF_KIND[kind]]
  return {
    text: KIND_NAMES[kind][page.spec.locale],
    sampleWidthPx: 12,
    draw: (xPx, centreYPx) => [{ shape: 'glyph', kind, centreXPx: xPx + 6, centreYPx, sizePx: 12, colour }],
  }
}

/** A sample of a soft edge; `peak` is where it is strongest, from 0 to 1. */
function fadeEntry(page: Page, text: string, stops: readonly (readonly [number, number])[]): Entry {
  const colour = page.palette.mutedInk
  return {
    text,
    sampleWidthPx: SAMPLE_PX,
    draw: (xPx, centreYPx) => [
      {
        shape: 'rect',
        xPx,
        yPx: centreYPx - 6,
        widthPx: SAMPLE_PX,
        heightPx: 12,
        fill: { colour, fade: stops.map(([at, opacity]) => ({ at, opacity: opacity * 0.45 })) },
      },
    ],
  }
}

function entriesFor(page: Page, bands: readonly LaneBand[]): Entry[] {
  const items = bands.flatMap(({ boxes }) => boxes.map(({ box }) => box.item))
  const { locale } = page.spec
  const present = new Set(items.map(({ kind }) => kind))
  const entries = ITEM_KINDS.filter((kind) => present.has(kind)).map((kind) => kindEntry(page, kind))
  const isSoft = ({ extent }: (typeof items)[number]): boolean =>
    extent.solidFrom > extent.earliest || extent.latest > extent.solidTo
  if (items.some(isSoft))
    entries.push(
      fadeEntry(page, FIGURE_WORDS.softDate[locale], [
        [0, 0.1],
        [0.5, 1],
        [1, 0.1],
      ]),
    )
  if (items.some(({ extent }) => extent.openEnd))
    entries.push(
      fadeEntry(page, FIGURE_WORDS.openEnd[locale], [
        [0, 1],
        [0.4, 1],
        [1, 0],
      ]),
    )
  if (items.some(({ confidence }) => confidence === 'unverified'))
    entries.push({
      text: FIGURE_WORDS.unverified[locale],
      sampleWidthPx: 6,
      draw: (xPx, centreYPx) => [
        textShape(page, {
          role: 'legend',
          text: '†',
          font: FIGURE_FONTS.label,
          colour: page.palette.ink,
          xPx,
          baselinePx: baselineAt(centreYPx, FIGURE_FONTS.label),
        }),
      ],
    })
  return entries
}

/** The legend of what the figure holds, in as many lines as it needs; and where it ends. */
export function drawLegend(
  page: Page,
  bands: readonly LaneBand[],
  topPx: number,
): { shapes: Shape[]; bottomPx: number } {
  const shapes: Shape[] = []
  let x = page.columnLeftPx + 8
  let centreY = topPx + ROW_PX / 2
  const entries = entriesFor(page, bands)
  for (const entry of entries) {
    const font = FIGURE_FONTS.small
    const width = entry.sampleWidthPx + 6 + page.measurer.widthPx(entry.text, font)
    if (x + width > page.plotRightPx && x > page.columnLeftPx + 8) {
      x = page.columnLeftPx + 8
      centreY += ROW_PX
    }
    shapes.push(
      ...entry.draw(x, centreY),
      textShape(page, {
        role: 'legend',
        text: entry.text,
        font,
        colour: page.palette.mutedInk,
        xPx: x + entry.sampleWidthPx + 6,
        baselinePx: baselineAt(centreY, font),
      }),
    )
    x += width + ENTRY_GAP_PX
  }
  return { shapes, bottomPx: entries.length === 0 ? topPx : centreY + ROW_PX / 2 }
}
