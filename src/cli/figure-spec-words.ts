import * as v from 'valibot'
import { readFileSync, statSync } from 'node:fs'
import { FigureSpec } from '../domain/figure/figure-spec'
import { figureWindow } from '../domain/figure/figure-window'
import { timelineItems } from '../domain/layout/timeline-items'
import { recordsOfType, type Document } from '../domain/model/document'
import type { RecordOf } from '../domain/model/record'
import { GROUPINGS, NO_FILTERS, type TimeWindow } from '../domain/model/view'
import { parseEdtf, type EdtfDate } from '../domain/time/edtf'
import { MAX_FIGURE_FILE_BYTES, readFigureFile } from '../main/figure/read-figure-file'
import { oneOf } from './command-line'
import { settingsOf, type SettingsWords } from './figure-options'
import { CommandFailure, messageOf, UsageError } from './outcome'

export interface FigureWords extends SettingsWords {
  readonly view?: string | undefined
  readonly spec?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly grouping?: string | undefined
  readonly collapsed?: string[] | undefined
  readonly today?: string | undefined
}

type Shown = Partial<Omit<FigureSpec, 'window'>> & { readonly window?: TimeWindow | undefined }

/** What the words of `tapeline figure` ask for. Throws `UsageError` or, with nothing to show, `CommandFailure`. */
export function figureSpecOf(document: Document, words: FigureWords, today: number): FigureSpec {
  if (words.spec !== undefined && words.view !== undefined) throw new UsageError('either --view or --spec, not both')
  const shown = words.spec === undefined ? viewOf(document, words.view) : specIn(words.spec)
  const settings = settingsOf(words, shown.settings)
  return {
    settings,
    window: windowOf(document, words, shown.window),
    grouping: oneOf('grouping', words.grouping, GROUPINGS, shown.grouping ?? 'story'),
    filters: shown.filters ?? NO_FILTERS,
    collapsed: words.collapsed ?? shown.collapsed ?? [],
    todayDay: words.today === undefined && shown.todayDay !== undefined ? shown.todayDay : todayOf(words.today, today),
    // The name of a view speaks of its own grouping.
    ...(shown.name === undefined || words.grouping !== undefined ? {} : { name: shown.name }),
    ...(shown.only === undefined ? {} : { only: shown.only }),
  }
}

/** The view asked for by id or name, else the first one of the document: what its maker meant to show. */
function viewOf(document: Document, asked: string | undefined): Shown {
  const views = recordsOfType(document, 'view')
  if (asked === undefined) return views[0] === undefined ? {} : shownBy(views[0])
  const byId = views.find(({ id }) => id === asked)
  if (byId !== undefined) return shownBy(byId)
  const named = views.filter(({ name }) => Object.values(name).includes(asked))
  const [view, second] = named
  if (second !== undefined)
    throw new UsageError(
      `several views are called "${asked}"; say one by its id: ${named.map(({ id }) => id).join(', ')}`,
    )
  if (view !== undefined) return shownBy(view)
  const all = views.map(({ id, name }) => `${id} (${name.en})`)
  throw new UsageError(`there is no view "${asked}" here; there are: ${all.length === 0 ? 'none' : all.join(', ')}`)
}

function shownBy({ name, window, grouping, filters, collapsed, figure }: RecordOf<'view'>): Shown {
  return { name, window, grouping, filters, collapsed, ...(figure === undefined ? {} : { settings: figure }) }
}

/** A spec in a JSON file, or the one that a figure was made with. */
function specIn(file: string): FigureSpec {
  let bytes: Buffer
  try {
    if (statSync(file).size > MAX_FIGURE_FILE_BYTES) throw new Error('is too large')
    bytes = readFileSync(file)
  } catch (error) {
    throw new CommandFailure([`${file}: ${messageOf(error)}`])
  }
  const figure = readFigureFile(bytes)
  if (figure.ok) return figure.value.spec
  let content: unknown
  try {
    content = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new CommandFailure([`${file}: is neither a spec in JSON nor a figure: ${figure.problem.detail}`])
  }
  const spec = v.safeParse(FigureSpec, content)
  if (spec.success) return spec.output
  throw new CommandFailure(
    spec.issues.map((issue) => [file, v.getDotPath(issue), issue.message].filter((part) => part !== null).join(': ')),
  )
}

function dateOf(option: string, text: string): EdtfDate {
  const date = parseEdtf(text)
  if (!date.ok) throw new UsageError(`--${option}: ${date.problem.detail}`)
  return date.value
}

/** From the first day that `--from` can mean to the last that `--to` can. */
function windowOf(document: Document, words: FigureWords, shown: TimeWindow | undefined): TimeWindow {
  const whole = shown ?? figureWindow(timelineItems(document))
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
