import { GLYPH_PX } from '../../layout/footprint'
import { KIND_NAMES } from '../../layout/lane-names'
import { RECORD_LINK_KINDS, type RecordLink } from '../../layout/record-links'
import type { TimelineItem } from '../../layout/timeline-item'
import { ITEM_KINDS, type ItemKind } from '../../model/view'
import { FIGURE_WORDS, LINK_WORDS, PHASE_WORDS } from '../figure-words'
import { TONE_OF_KIND } from '../kind-marks'
import { BAR_PX } from '../lanes/bar-measures'
import { phaseMarks } from '../lanes/draw-life'
import { drawArrow } from '../links/draw-arrow'
import { FIGURE_FONTS, type Page } from '../page'
import { patternOf } from '../palette'
import type { Shape } from '../scene'
import { baselineAt, textShape } from '../text-shape'
import { drawEntries, type Entry } from './legend-lines'

const SAMPLE_PX = 30

/** What a page shows that a legend has to explain. */
export interface Explained {
  readonly items: readonly TimelineItem[]
  readonly links: readonly RecordLink[]
  readonly counts: boolean
}

const isSpan = (kind: ItemKind): boolean => kind === 'architecture-span' || kind === 'rule'

/** The mark of a kind; of one that is drawn as a bar, the head of the bar. */
function kindEntry(page: Page, kind: ItemKind): Entry {
  const { palette } = page
  const tone = TONE_OF_KIND[kind]
  const colour = palette.tones[tone]
  const barPx = isSpan(kind) ? SAMPLE_PX : 0
  const ground = page.halo === undefined ? {} : { ground: page.halo }
  return {
    text: page.words(KIND_NAMES[kind]),
    sampleWidthPx: Math.max(GLYPH_PX, barPx),
    draw: (xPx, centreYPx) => [
      ...(barPx === 0
        ? []
        : [
            {
              shape: 'rect' as const,
              xPx,
              yPx: centreYPx - 7,
              widthPx: barPx,
              heightPx: 14,
              fill: { colour, opacity: palette.bodyOpacity, ...patternOf(palette, tone) },
            },
            {
              shape: 'rect' as const,
              xPx,
              yPx: centreYPx - 7,
              widthPx: barPx,
              heightPx: 2,
              fill: { colour, opacity: 0.8 },
            },
          ]),
      {
        shape: 'glyph',
        kind,
        centreXPx: xPx + GLYPH_PX / 2 + (barPx === 0 ? 0 : 2),
        centreYPx,
        sizePx: GLYPH_PX,
        colour,
        ...ground,
      },
    ],
  }
}

const EXPLAINED_PHASES = ['waiting', 'decided', 'grace'] as const

/** The phases of rules that stand in the window. */
function phaseEntries(page: Page, items: readonly TimelineItem[]): Entry[] {
  const { startDay, endDay } = page.spec.window
  const inWindow = items.flatMap(
    ({ life }) => life?.phases.filter(({ from, to }) => from < endDay && to > startDay) ?? [],
  )
  return EXPLAINED_PHASES.filter((phase) => inWindow.some(({ kind }) => kind === phase)).map((kind) => ({
    text: page.words(PHASE_WORDS[kind]),
    sampleWidthPx: SAMPLE_PX,
    draw: (xPx, centreYPx) =>
      phaseMarks(page, TONE_OF_KIND.rule, kind, { xPx, yPx: centreYPx - BAR_PX / 2, widthPx: SAMPLE_PX }, [
        { at: 0, opacity: 1 },
      ]),
  }))
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

function linkEntry(page: Page, kind: RecordLink['kind']): Entry {
  return {
    text: page.words(LINK_WORDS[kind]),
    sampleWidthPx: SAMPLE_PX,
    draw: (xPx, centreYPx) =>
      drawArrow(
        page,
        kind,
        { x: xPx, y: centreYPx },
        [
          { x: xPx + SAMPLE_PX / 3, y: centreYPx },
          { x: xPx + (SAMPLE_PX * 2) / 3, y: centreYPx },
        ],
        { x: xPx + SAMPLE_PX, y: centreYPx },
      ),
  }
}

function countEntry(page: Page): Entry {
  const font = FIGURE_FONTS.smallHeading
  const widthPx = page.measurer.widthPx('+n', font) + 10
  return {
    text: page.words(FIGURE_WORDS.counted),
    sampleWidthPx: widthPx,
    draw: (xPx, centreYPx) => [
      {
        shape: 'rect',
        xPx,
        yPx: centreYPx - 7,
        widthPx,
        heightPx: 14,
        radiusPx: 7,
        fill: { colour: page.palette.rule },
      },
      textShape(page, {
        role: 'legend',
        text: '+n',
        font,
        colour: page.palette.mutedInk,
        xPx: xPx + 5,
        baselinePx: baselineAt(centreYPx, font),
      }),
    ],
  }
}

function entriesFor(page: Page, { items, links, counts }: Explained): Entry[] {
  const present = new Set(items.map(({ kind }) => kind))
  const entries = ITEM_KINDS.filter((kind) => present.has(kind)).map((kind) => kindEntry(page, kind))
  entries.push(...phaseEntries(page, items))
  const isSoft = ({ extent }: (typeof items)[number]): boolean =>
    extent.solidFrom > extent.earliest || extent.latest > extent.solidTo
  if (items.some(isSoft))
    entries.push(
      fadeEntry(page, page.words(FIGURE_WORDS.softDate), [
        [0, 0.1],
        [0.5, 1],
        [1, 0.1],
      ]),
    )
  if (items.some(({ extent }) => extent.openEnd))
    entries.push(
      fadeEntry(page, page.words(FIGURE_WORDS.openEnd), [
        [0, 1],
        [0.4, 1],
        [1, 0],
      ]),
    )
  if (items.some(({ confidence }) => confidence === 'unverified'))
    entries.push({
      text: page.words(FIGURE_WORDS.unverified),
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
  const linkKinds = new Set(links.map(({ kind }) => kind))
  entries.push(...RECORD_LINK_KINDS.filter((kind) => linkKinds.has(kind)).map((kind) => linkEntry(page, kind)))
  if (counts) entries.push(countEntry(page))
  return entries
}

/** The legend of what a page shows, in as many lines as it needs; and where it ends. */
export function drawLegend(page: Page, explained: Explained, topPx: number): { shapes: Shape[]; bottomPx: number } {
  return drawEntries(page, entriesFor(page, explained), topPx)
}
