import { drawItem } from './draw-item'
import type { LaneBand } from './lane-bands'
import { FIGURE_FONTS, LINE_PX, ROW_PX, type Page } from './page'
import type { Shape } from './scene'
import { textShape } from './text-shape'

function drawName(page: Page, band: LaneBand): Shape[] {
  const font =
    band.kind === 'heading' ? FIGURE_FONTS.heading : band.depth === 0 ? FIGURE_FONTS.lane : FIGURE_FONTS.label
  const colour = band.kind === 'heading' || band.depth === 0 ? page.palette.ink : page.palette.mutedInk
  return band.nameLines.map((text, index) =>
    textShape(page, {
      role: 'lane',
      text,
      font,
      colour,
      xPx: band.nameLeftPx,
      baselinePx: band.firstBaselinePx + index * LINE_PX,
    }),
  )
}

/** What lies behind the items: the tint of headings and the rules between lanes. */
export function drawLaneGrounds(page: Page, bands: readonly LaneBand[]): Shape[] {
  const { palette, columnLeftPx, plotRightPx } = page
  return bands.flatMap((band): Shape[] => {
    const rule: Shape = {
      shape: 'line',
      x1Px: columnLeftPx,
      x2Px: plotRightPx,
      y1Px: band.topPx,
      y2Px: band.topPx,
      widthPx: 1,
      colour: band.depth === 0 ? palette.strongRule : palette.rule,
    }
    if (band.kind !== 'heading') return [rule]
    return [
      {
        shape: 'rect',
        xPx: columnLeftPx,
        yPx: band.topPx,
        widthPx: plotRightPx - columnLeftPx,
        heightPx: band.heightPx,
        fill: { colour: palette.band },
      },
      rule,
    ]
  })
}

/** The names of the lanes and everything in them. */
export function drawLanes(page: Page, bands: readonly LaneBand[]): Shape[] {
  return bands.flatMap((band): Shape[] => [
    ...drawName(page, band),
    ...band.boxes.map(({ box, row }) => drawItem(page, band.lane.id, box, band.rowsTopPx + row * ROW_PX)),
  ])
}
