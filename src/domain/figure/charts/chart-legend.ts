import { GATE_STATES } from '../../controls/gate-state'
import type { Entry } from '../frame/legend-lines'
import type { Page } from '../page'
import { cleanText } from '../clean-text'
import { CHART_WORDS, STATE_NAMES } from './chart-words'
import { limitIsIn, pointIsIn, type FigureLane, type LanesContent } from './chart-content'
import { stretchIsIn } from './draw-status'
import { pointMark } from './point-mark'
import { stateMarks } from './state-marks'
import type { StatusContent } from './status-content'

const LINE_PX = 24
const SWATCH_PX = 22

function lineEntry(page: Page, text: string, colour: string, widthPx: number, dashPx?: readonly number[]): Entry {
  return {
    text,
    sampleWidthPx: LINE_PX,
    draw: (xPx, yPx) => [
      {
        shape: 'line',
        x1Px: xPx,
        x2Px: xPx + LINE_PX,
        y1Px: yPx,
        y2Px: yPx,
        colour,
        widthPx,
        ...(dashPx === undefined ? {} : { dashPx }),
      },
    ],
  }
}

/** The signs of the metric lanes on a page: those of vendors that have a point there, the best so far, limits. */
export function lanesLegend(page: Page, { vendors }: LanesContent, lanes: readonly FigureLane[]): Entry[] {
  const { window } = page.spec
  const { palette } = page
  const points = lanes.flatMap(({ content }) => content.points.filter((point) => pointIsIn(point, window)))
  const seen = new Set(points.map(({ vendor }) => vendor))
  const hasBest = lanes.some(
    ({ kind, content }) => kind !== 'generation-lag' && content.lines.some(({ vendor }) => vendor === null),
  )
  const isUnsure = lanes.some(({ content }) =>
    content.lines.some(({ steps }) => steps.some(({ uncertain, from }) => uncertain === true && from < window.endDay)),
  )
  return [
    ...vendors
      .filter(({ id }) => seen.has(id))
      .map(({ names, sign }): Entry => ({
        text: cleanText(page.words(names)),
        sampleWidthPx: 10,
        draw: (xPx, yPx) => [pointMark(page, sign, xPx + 5, yPx, false)],
      })),
    ...(hasBest ? [lineEntry(page, page.words(CHART_WORDS.allBest), palette.mutedInk, 1.75)] : []),
    ...(lanes.some(({ content }) => content.limits.some((run) => limitIsIn(run, window)))
      ? [lineEntry(page, page.words(CHART_WORDS.limit), palette.tones.allowed, 1.4, [6, 3])]
      : []),
    ...(isUnsure ? [lineEntry(page, page.words(CHART_WORDS.unsure), palette.mutedInk, 1.75, [3, 3])] : []),
    ...(points.some(({ date }) => date.first < date.last)
      ? [
          {
            text: page.words(CHART_WORDS.imprecise),
            sampleWidthPx: LINE_PX,
            draw: (xPx: number, yPx: number) => [
              {
                shape: 'rect' as const,
                xPx,
                yPx: yPx - 2.5,
                widthPx: LINE_PX - 5,
                heightPx: 5,
                fill: {
                  colour: palette.mutedInk,
                  fade: [
                    { at: 0, opacity: 0.05 },
                    { at: 0.35, opacity: 0.35 },
                    { at: 1, opacity: 0.35 },
                  ],
                },
              },
              pointMark(page, { colour: null, shape: 'circle' }, xPx + LINE_PX - 5, yPx, true),
            ],
          },
        ]
      : []),
  ]
}

/** The states that stand on a page, the strictest first. */
export function statusLegend(page: Page, { rows }: StatusContent): Entry[] {
  const seen = new Set(
    rows.flatMap(({ bars }) =>
      bars.flatMap(({ stretches }) => stretches.filter((each) => stretchIsIn(each, page)).map(({ state }) => state)),
    ),
  )
  return GATE_STATES.filter((state) => seen.has(state)).map((state) => ({
    text: page.words(STATE_NAMES[state]),
    sampleWidthPx: SWATCH_PX,
    draw: (xPx, yPx) => stateMarks(page, state, { xPx, yPx: yPx - 5, widthPx: SWATCH_PX, heightPx: 10 }),
  }))
}
