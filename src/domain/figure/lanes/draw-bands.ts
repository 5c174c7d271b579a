import type { TimelineItem } from '../../layout/timeline-item'
import { countedInWords } from '../figure-words'
import { FIGURE_FONTS, LINE_PX, ROW_PX, type Page } from '../page'
import type { CountShape, Shape } from '../scene'
import { baselineAt, textShape } from '../text-shape'
import type { CountPlace } from './count-marks'
import { drawItem, type Tail } from './draw-item'
import type { PlacedForm } from './pack-strip'
import type { Band } from './place-strips'

const COUNT_PX = 14

function drawName(page: Page, band: Band): Shape[] {
  const { kind, depth } = band.strip
  const font = kind === 'heading' ? FIGURE_FONTS.heading : depth === 0 ? FIGURE_FONTS.lane : FIGURE_FONTS.label
  const colour = kind === 'heading' || depth === 0 ? page.palette.ink : page.palette.mutedInk
  return band.nameLines.map((text, index) =>
    textShape(page, {
      role: 'lane',
      text,
      font,
      colour,
      xPx: band.nameLeftPx,
      baselinePx: band.firstBaselinePx + index * LINE_PX,
      ...(page.namesAbove ? { halo: page.halo } : {}),
    }),
  )
}

/** What lies behind the items: the tint of headings and the rules between lanes. */
export function drawBandGrounds(page: Page, bands: readonly Band[]): Shape[] {
  const { palette, columnLeftPx, plotRightPx } = page
  return bands.flatMap(({ strip, topPx, heightPx }): Shape[] => {
    const rule: Shape = {
      shape: 'line',
      x1Px: columnLeftPx,
      x2Px: plotRightPx,
      y1Px: topPx,
      y2Px: topPx,
      widthPx: 1,
      colour: strip.depth === 0 ? palette.strongRule : palette.rule,
    }
    if (strip.kind !== 'heading') return [rule]
    return [
      {
        shape: 'rect',
        xPx: columnLeftPx,
        yPx: topPx,
        widthPx: plotRightPx - columnLeftPx,
        heightPx,
        fill: { colour: palette.band },
      },
      rule,
    ]
  })
}

function drawCount(page: Page, lane: string, place: CountPlace, rowsTopPx: number): CountShape {
  const { palette } = page
  const centreYPx = rowsTopPx + place.row * ROW_PX + ROW_PX / 2
  const font = FIGURE_FONTS.smallHeading
  return {
    shape: 'count',
    records: place.items.map(({ record }) => record),
    lane,
    title: page.words(countedInWords(place.items.length)),
    parts: [
      {
        shape: 'rect',
        xPx: place.leftPx,
        yPx: centreYPx - COUNT_PX / 2,
        widthPx: place.widthPx,
        heightPx: COUNT_PX,
        radiusPx: COUNT_PX / 2,
        fill: { colour: palette.rule },
      },
      textShape(page, {
        role: 'count',
        text: place.text,
        font,
        colour: palette.mutedInk,
        xPx: place.leftPx + place.widthPx / 2,
        anchor: 'middle',
        baselinePx: baselineAt(centreYPx, font),
      }),
    ],
  }
}

/** The items of a strip in reading order: by where their marks stand, from left to right. */
export function inReadingOrder({ packing }: Band): PlacedForm[] {
  const xOf = ({ form }: PlacedForm): number => form.mark.glyphCentrePx ?? form.mark.rightPx
  return packing.placed.toSorted(
    (a, b) => xOf(a) - xOf(b) || a.row - b.row || (a.form.item.record < b.form.item.record ? -1 : 1),
  )
}

/** The names of the lanes and everything in them. */
export function drawBands(
  page: Page,
  bands: readonly Band[],
  tailOf: (item: TimelineItem) => Tail | undefined,
): Shape[] {
  return bands.flatMap((band): Shape[] => [
    ...drawName(page, band),
    ...inReadingOrder(band).map(({ form, row }) =>
      drawItem(page, band.strip.id, form, band.rowsTopPx + row * ROW_PX, tailOf(form.item)),
    ),
    ...band.packing.counts.map((place) => drawCount(page, band.strip.id, place, band.rowsTopPx)),
  ])
}
