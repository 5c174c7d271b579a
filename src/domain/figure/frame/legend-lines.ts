import { FIGURE_FONTS, type Page } from '../page'
import type { Mark, Shape } from '../scene'
import { baselineAt, textShape } from '../text-shape'
import { wrapText } from '../wrap-text'

const ENTRY_GAP_PX = 18
const ROW_PX = 18

/** A sample of what a page shows, and what it means. */
export interface Entry {
  readonly text: string
  readonly sampleWidthPx: number
  draw(xPx: number, centreYPx: number): Mark[]
}

/** Entries after one another across the page, in as many lines as they need; and where they end. */
export function drawEntries(
  page: Page,
  entries: readonly Entry[],
  topPx: number,
): { shapes: Shape[]; bottomPx: number } {
  const shapes: Shape[] = []
  const font = FIGURE_FONTS.small
  let x = page.columnLeftPx
  let centreY = topPx + ROW_PX / 2
  for (const entry of entries) {
    const textLeft = entry.sampleWidthPx + 5
    const lines = wrapText(entry.text, page.plotRightPx - page.columnLeftPx - textLeft, font, page.measurer)
    const width = textLeft + Math.max(...lines.map((line) => page.measurer.widthPx(line, font)))
    if (x + width > page.plotRightPx && x > page.columnLeftPx) {
      x = page.columnLeftPx
      centreY += ROW_PX
    }
    shapes.push(...entry.draw(x, centreY))
    lines.forEach((text, index) => {
      if (index > 0) centreY += ROW_PX
      shapes.push(
        textShape(page, {
          role: 'legend',
          text,
          font,
          colour: page.palette.mutedInk,
          xPx: x + textLeft,
          baselinePx: baselineAt(centreY, font),
        }),
      )
    })
    x += width + ENTRY_GAP_PX
  }
  return { shapes, bottomPx: entries.length === 0 ? topPx : centreY + ROW_PX / 2 }
}
