import { drawnPhases } from '../../layout/drawn-phases'
import { GLYPH_PX } from '../../layout/footprint'
import type { LifeDate, LifePhaseKind, RuleLife } from '../../layout/timeline-item'
import type { Tone } from '../kind-marks'
import type { Page } from '../page'
import { patternOf } from '../palette'
import type { FadeStop, FillPattern, Mark } from '../scene'
import { BAR_PX, SPINE_PX } from './bar-measures'
import { certainty, fillOf } from './certainty'
import type { ItemForm } from './item-forms'

const SHORT_TICK_PX = 5
const TICK_PX = 1.5
const RANGE_PX = 2

const PATTERN_OF_PHASE: Readonly<Record<LifePhaseKind, Pick<FillPattern, 'kind' | 'spacingPx'> | null>> = {
  waiting: { kind: 'back-hatch', spacingPx: 5 },
  decided: { kind: 'dashes', spacingPx: 9 },
  grace: { kind: 'dots', spacingPx: 5 },
  force: null,
}
const PATTERN_STRENGTH: Readonly<Record<LifePhaseKind, number>> = { waiting: 0.5, decided: 0.9, grace: 0.7, force: 0 }

/** Whether names can be read on it without a rim. */
export const isPlainBar = (life: RuleLife | null): boolean =>
  life === null || (life.phases.at(-1)?.kind === 'force' && life.phases.every(({ kind }) => kind !== 'grace'))

/** A stretch of a rule's bar, in the look of its phase: a pattern, and where the rule binds a body with a spine. */
export function phaseMarks(
  page: Page,
  tone: Tone,
  kind: LifePhaseKind,
  box: { readonly xPx: number; readonly yPx: number; readonly widthPx: number },
  stops: readonly FadeStop[],
): Mark[] {
  const { palette } = page
  const colour = palette.tones[tone]
  const bar = { shape: 'rect', ...box, heightPx: BAR_PX } as const
  const marks: Mark[] = []
  if (kind === 'force' || kind === 'grace') {
    marks.push({
      ...bar,
      fill: { ...fillOf(colour, palette.bodyOpacity, stops), ...(kind === 'force' ? patternOf(palette, tone) : {}) },
    })
    marks.push({ ...bar, heightPx: SPINE_PX, fill: fillOf(colour, 0.8, stops) })
  }
  const pattern = PATTERN_OF_PHASE[kind]
  if (pattern !== null)
    marks.push({
      ...bar,
      fill: { ...fillOf(colour, PATTERN_STRENGTH[kind], stops), pattern: { ...pattern, colour }, patternAlone: true },
    })
  return marks
}

/** The one bar of a rule, from when it was made known to its end: its phases, and its dates as ticks over them. */
export function drawLife(page: Page, { item, mark }: ItemForm, life: RuleLife, centreYPx: number, tone: Tone): Mark[] {
  const [leftPx, rightPx] = [mark.leadLeftPx ?? mark.barLeftPx, mark.barRightPx]
  if (rightPx - leftPx <= GLYPH_PX) return []
  const yPx = centreYPx - BAR_PX / 2
  const phases = drawnPhases(life, page.xOf(1) - page.xOf(0))
  const marks = phases.flatMap(({ kind, from, solidFrom, solidTo, to }, at) => {
    const [left, right] = [Math.max(page.xOf(from), leftPx), Math.min(page.xOf(to), rightPx)]
    if (left >= right) return []
    const openEnd = item.extent.openEnd && at === phases.length - 1
    const openStart = item.extent.openStart && at === 0
    const certain = { earliest: from, solidFrom, solidTo, latest: to, openStart, openEnd }
    const stops = certainty(page, certain, 0, left, right)
    return phaseMarks(page, tone, kind, { xPx: left, yPx, widthPx: right - left }, stops)
  })
  return [...marks, ...life.dates.flatMap((date) => dateMarks(page, date, leftPx, rightPx, yPx, tone))]
}

/** A tick at a known day, as high as the bar where the rule turns; a thin strip over all the days of another date. */
function dateMarks(
  page: Page,
  { field, first, certain }: LifeDate,
  leftPx: number,
  rightPx: number,
  yPx: number,
  tone: Tone,
): Mark[] {
  const [from, to] = [page.xOf(first), page.xOf(certain)]
  const [left, right] = [Math.max(from, leftPx), Math.min(to, rightPx)]
  if (left > right || (first === certain && from !== left)) return []
  const fill = { colour: page.palette.tones[tone], opacity: 0.9 }
  const bottomPx = yPx + BAR_PX
  if (first !== certain)
    return [
      {
        shape: 'rect',
        xPx: left,
        yPx: bottomPx - RANGE_PX,
        widthPx: right - left,
        heightPx: RANGE_PX,
        fill: { ...fill, opacity: 0.45 },
      },
    ]
  const heightPx = field === 'announced' || field === 'published' ? SHORT_TICK_PX : BAR_PX
  // The day it ended is the first on which it is no more.
  const xPx = field === 'ended' ? left - TICK_PX : left
  return [{ shape: 'rect', xPx, yPx: bottomPx - heightPx, widthPx: TICK_PX, heightPx, fill }]
}
