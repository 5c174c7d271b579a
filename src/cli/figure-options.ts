import * as v from 'valibot'
import { DEFAULT_FIGURE_SETTINGS, PAPER_PRESETS } from '../domain/figure/paper-presets'
import {
  FIGURE_LANGUAGES,
  FIGURE_NOTES,
  FIGURE_THEMES,
  Paper,
  type FigureSettings,
} from '../domain/model/figure-settings'
import { numberOf, oneOf } from './command-line'
import { UsageError } from './outcome'

export const FIGURE_OPTIONS = {
  starter: { type: 'boolean' },
  out: { type: 'string' },
  force: { type: 'boolean' },
  view: { type: 'string' },
  spec: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  grouping: { type: 'string' },
  collapsed: { type: 'string', multiple: true },
  paper: { type: 'string' },
  dpi: { type: 'string' },
  type: { type: 'string' },
  theme: { type: 'string' },
  transparent: { type: 'boolean' },
  language: { type: 'string' },
  title: { type: 'string' },
  subtitle: { type: 'string' },
  notes: { type: 'string' },
  legend: { type: 'boolean' },
  sources: { type: 'boolean' },
  links: { type: 'boolean' },
  today: { type: 'string' },
  pages: { type: 'string' },
  letters: { type: 'string' },
} as const

export interface SettingsWords {
  readonly paper?: string | undefined
  readonly dpi?: string | undefined
  readonly type?: string | undefined
  readonly theme?: string | undefined
  readonly transparent?: boolean | undefined
  readonly language?: string | undefined
  readonly title?: string | undefined
  readonly subtitle?: string | undefined
  readonly notes?: string | undefined
  readonly legend?: boolean | undefined
  readonly sources?: boolean | undefined
  readonly links?: boolean | undefined
  readonly pages?: string | undefined
  readonly letters?: string | undefined
}

const SIZE = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?|auto)(mm|in|px)$/

/** A paper by name or measure, with the type that is read well on it: that of the preset nearest in width. */
function paperOf(text: string): { readonly paper: Paper; readonly typePt: number } {
  const preset = Object.entries(PAPER_PRESETS).find(([name]) => name === text)
  if (preset !== undefined) return preset[1]
  const [, width, height, unit] = SIZE.exec(text) ?? []
  const sized = v.safeParse(Paper, { width: Number(width), height: height === 'auto' ? height : Number(height), unit })
  if (!sized.success)
    throw new UsageError(
      `--paper must be one of ${Object.keys(PAPER_PRESETS).join(', ')}, or a size such as 85x120mm or 1920xautopx, not "${text}"`,
    )
  const paper = sized.output
  const distance = (other: Paper): number => Math.abs(Math.log(inches(other) / inches(paper)))
  const [nearest = PAPER_PRESETS.slide] = Object.values(PAPER_PRESETS).sort(
    (a, b) => distance(a.paper) - distance(b.paper),
  )
  return { paper, typePt: nearest.typePt }
}

const PER_INCH = { mm: 25.4, in: 1, px: 96 } as const

const inches = ({ width, unit }: Paper): number => width / PER_INCH[unit]

/** The settings of a figure: those of its view or spec, changed as the words say. Throws `UsageError`. */
export function settingsOf(words: SettingsWords, base: FigureSettings = DEFAULT_FIGURE_SETTINGS): FigureSettings {
  const { title, subtitle } = words
  const { paper, typePt } = words.paper === undefined ? base : paperOf(words.paper)
  return {
    ...base,
    paper,
    typePt: numberOf('type', words.type, { least: 4, most: 48, otherwise: typePt }),
    dpi: numberOf('dpi', words.dpi, { least: 24, most: 2400, otherwise: base.dpi }),
    theme: oneOf('theme', words.theme, FIGURE_THEMES, base.theme),
    transparent: words.transparent ?? base.transparent,
    language: oneOf('language', words.language, FIGURE_LANGUAGES, base.language),
    notes: oneOf('notes', words.notes, FIGURE_NOTES, base.notes),
    legend: words.legend ?? base.legend,
    sources: words.sources ?? base.sources,
    links: words.links ?? base.links,
    pages: numberOf('pages', words.pages, { least: 1, most: 100, otherwise: base.pages, whole: true }),
    letters: oneOf('letters', words.letters, ['text', 'outlines'], base.letters),
    ...(title === undefined ? {} : { title: text('title', title, 500) }),
    ...(subtitle === undefined ? {} : { subtitle: text('subtitle', subtitle, 1000) }),
  }
}

function text(option: string, value: string, most: number): string {
  if (value.length > most) throw new UsageError(`--${option} must have at most ${String(most)} letters`)
  return value
}
