import type { FigureSpec } from '../domain/figure/figure-spec'
import { DEFAULT_FIGURE_SETTINGS } from '../domain/figure/paper-presets'
import { figureWindow } from '../domain/figure/figure-window'
import { FIGURE_THEMES } from '../domain/model/figure-settings'
import { timelineItems } from '../domain/layout/timeline-items'
import { recordOfType, recordsOfType, type Document } from '../domain/model/document'
import type { RecordOf } from '../domain/model/record'
import { LOCALES } from '../domain/model/names'
import { GROUPINGS, NO_FILTERS, type TimeWindow } from '../domain/model/view'
import { parseEdtf, type EdtfDate } from '../domain/time/edtf'
import { numberOf, oneOf } from './command-line'
import { CommandFailure, UsageError } from './outcome'

export const FIGURE_OPTIONS = {
  starter: { type: 'boolean' },
  out: { type: 'string' },
  view: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  grouping: { type: 'string' },
  collapsed: { type: 'string', multiple: true },
  locale: { type: 'string' },
  theme: { type: 'string' },
  width: { type: 'string' },
  scale: { type: 'string' },
  title: { type: 'string' },
  today: { type: 'string' },
} as const

export interface FigureWords {
  readonly view?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly grouping?: string | undefined
  readonly collapsed?: string[] | undefined
  readonly locale?: string | undefined
  readonly theme?: string | undefined
  readonly width?: string | undefined
  readonly scale?: string | undefined
  readonly title?: string | undefined
  readonly today?: string | undefined
}

/** The view that was asked for, else the first one of the document: what its maker meant to show. */
function viewOf(document: Document, id: string | undefined): RecordOf<'view'> | undefined {
  if (id === undefined) return recordsOfType(document, 'view')[0]
  const view = recordOfType(document, 'view', id)
  if (view !== undefined) return view
  const ids = recordsOfType(document, 'view').map((each) => each.id)
  throw new UsageError(`there is no view "${id}" here; there are: ${ids.length === 0 ? 'none' : ids.join(', ')}`)
}

function dateOf(option: string, text: string): EdtfDate {
  const date = parseEdtf(text)
  if (!date.ok) throw new UsageError(`--${option}: ${date.problem.detail}`)
  return date.value
}

/** From the first day that `--from` can mean to the last that `--to` can. */
function windowOf(document: Document, words: FigureWords, view: RecordOf<'view'> | undefined): TimeWindow {
  const whole = view?.window ?? figureWindow(timelineItems(document))
  const startDay = words.from === undefined ? whole?.startDay : dateOf('from', words.from).earliest
  const endDay = words.to === undefined ? whole?.endDay : dateOf('to', words.to).latest
  if (startDay === undefined || endDay === undefined)
    throw new CommandFailure(['nothing has a date here: say --from and --to to draw an empty figure'])
  if (!Number.isFinite(startDay) || !Number.isFinite(endDay))
    throw new UsageError('--from and --to must be dates with a beginning and an end')
  if (startDay >= endDay) throw new UsageError('--from must lie before --to')
  return { startDay, endDay }
}

function todayOf(text: string | undefined, today: number): number | null {
  if (text === undefined) return today
  if (text === 'none') return null
  const date = dateOf('today', text)
  if (date.latest - date.earliest !== 1) throw new UsageError(`--today must be a day or "none", not "${text}"`)
  return date.earliest
}

/** What the words of `tapeline figure` ask for. Throws `UsageError` or, with nothing to show, `CommandFailure`. */
export function figureSpecOf(document: Document, words: FigureWords, today: number): FigureSpec {
  const view = viewOf(document, words.view)
  // The name of a view speaks of its own grouping.
  const name = words.grouping === undefined ? view?.name : undefined
  const widthPx = numberOf('width', words.width, { least: 320, most: 16_384, otherwise: 1920, whole: true })
  return {
    settings: {
      ...DEFAULT_FIGURE_SETTINGS,
      paper: { width: widthPx, height: 'auto', unit: 'px' },
      dpi: 96 * numberOf('scale', words.scale, { least: 1, most: 4, otherwise: 2 }),
      typePt: 9,
      language: oneOf('locale', words.locale, LOCALES, 'en'),
      theme: oneOf('theme', words.theme, FIGURE_THEMES, 'light'),
      ...(words.title === undefined ? {} : { title: words.title }),
    },
    window: windowOf(document, words, view),
    grouping: oneOf('grouping', words.grouping, GROUPINGS, view?.grouping ?? 'story'),
    filters: view?.filters ?? NO_FILTERS,
    collapsed: words.collapsed ?? view?.collapsed ?? [],
    todayDay: todayOf(words.today, today),
    ...(name === undefined ? {} : { name }),
  }
}
