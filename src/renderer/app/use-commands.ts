import { MOST_COMPARED } from '../../domain/compare/compare-chips'
import type { DayNumber } from '../../domain/time/day-number'
import { useControlsStore } from '../controls/controls-store'
import { useSessionStore } from '../document/session-store'
import { useDocumentStore } from '../document/document-store'
import { useEditingStore } from '../editing/editing-store'
import { useFigureStore, type SeenWindow } from '../figure/figure-store'
import { figureFault } from '../figure/figure-words'
import { useFiles } from '../files/use-files'
import { useWords } from '../language/use-words'
import { useSearchStore } from '../search/search-store'
import { toast } from '../ui/toasts'
import { useComparisonStore } from '../versions/comparison-store'
import { useVersionsStore } from '../versions/versions-store'
import type { Command } from './shortcuts'
import type { TimelineHandle } from './timeline-handle'
import { useHistory } from './use-history'
import { useImage } from './use-image'
import { useTimelineEdits } from './use-timeline-edits'

const ZOOM_STEP = 1.5
const PAN_STEP = 0.2

/** What can be done without leaving the editor of figures. */
const OVER_A_FIGURE: ReadonlySet<Command> = new Set<Command>([
  'undo',
  'redo',
  'open-figure',
  'new-workspace',
  'new-from-starter',
  'open-workspace',
  'save-copy',
  'reveal-workspace',
  'close-window',
  'show-shortcuts',
])

export interface Shell {
  timeline(): TimelineHandle | null | undefined
  stageWidthPx(): number
  today(): DayNumber
  /** Records that pass the filters and stand on the timeline. */
  shown(): Iterable<string>
  focusSearch(): void
  openGoToDate(): void
  openShortcuts(): void
  openNew(): void
  openNotes(dialog: 'add-note' | 'notes'): void
}

const DAYS_AROUND_TODAY = 365

/** The one table of what the window can do: keys, buttons and the menu all end here. */
export function useCommands(shell: Shell) {
  const session = useSessionStore()
  const search = useSearchStore()
  const documents = useDocumentStore()
  const editing = useEditingStore()
  const comparison = useComparisonStore()
  const versions = useVersionsStore()
  const { t } = useWords()
  const history = useHistory()
  const { nudge } = useTimelineEdits()
  const files = useFiles()
  const figures = useFigureStore()
  const asked = useControlsStore()
  const image = useImage(() => {
    const window = shell.timeline()?.currentWindow()
    return window && { window, widthPx: shell.stageWidthPx(), todayDay: shell.today() }
  })

  /** Where nothing is drawn, as in an empty workspace: the time around today. */
  function seen(): SeenWindow {
    const todayDay = shell.today()
    const around = { startDay: todayDay - DAYS_AROUND_TODAY, endDay: todayDay + DAYS_AROUND_TODAY }
    const { destination, gate, barred, kept, hypothetical, changed } = asked
    const scenario = hypothetical && !changed ? (kept?.id ?? null) : null
    const window = shell.timeline()?.currentWindow() ?? around
    return { window, todayDay, status: { destination, gate, barred, scenario } }
  }

  function makeFigure(): void {
    figures.open(seen())
  }

  /** Null asks which. */
  async function openFigure(file: string | null): Promise<void> {
    const error = await figures.openFile(file, seen())
    if (error !== null) toast({ tone: 'bad', title: t('figure.file.failed'), detail: figureFault(t, error) })
  }

  /** Selects a record and brings it into view, if it has a place on the timeline. */
  function reveal(record: string): void {
    session.select(record)
    shell.timeline()?.reveal(record)
  }

  function step(direction: 1 | -1): void {
    const record = search.step(direction)
    if (record !== null) reveal(record)
  }

  async function nudgeBy(direction: 1 | -1, edge?: 'end'): Promise<void> {
    const record = session.selected
    if ((await nudge(direction, edge)) && record !== null) shell.timeline()?.reveal(record)
  }

  function travel(direction: 'back' | 'forward'): void {
    session[direction]()
    if (session.selected !== null) shell.timeline()?.reveal(session.selected)
  }

  /** One of these at a time, for the timeline needs its room. */
  function showSide(panel: 'historyOpen' | 'versionsOpen' | 'asOfOpen', open: boolean): void {
    if (open) session.historyOpen = session.versionsOpen = session.asOfOpen = false
    session[panel] = open
  }

  /** The record that an editing command is about; null where there is none or nothing may be edited. */
  function editable(): string | null {
    const { selected } = session
    return selected !== null && documents.canEdit && documents.document.records.has(selected) ? selected : null
  }

  /** One record in its own form, several in that of the fields they share. */
  function edit(): void {
    const record = editable()
    if (record === null) return
    if (session.selection.size > 1) editing.editMany([...session.selection])
    else editing.edit(record)
  }

  /** All that is selected, not the primary one alone. */
  function askDelete(): void {
    const { records } = documents.document
    const chosen = [...session.selection].filter((record) => records.has(record))
    if (chosen.length > 0 && documents.canEdit) editing.askDelete(chosen)
  }

  /** The chips that are selected, side by side; again, and they are put away. */
  function compare(): void {
    const chips = [...session.selection].filter((id) => documents.document.records.get(id)?.type === 'chip')
    const wanted = chips.slice(0, MOST_COMPARED)
    if (chips.length > MOST_COMPARED) toast({ tone: 'good', title: t('compare.most') })
    const shown = session.compared ?? []
    const isShown = wanted.every((id) => shown.includes(id)) && (wanted.length === shown.length || wanted.length < 2)
    session.compared = session.compared !== null && isShown ? null : wanted
    if (session.compared !== null) session.tableOpen = session.consoleOpen = false
  }

  async function duplicateSelected(): Promise<void> {
    const record = editable()
    if (record === null) return
    const { duplicate } = await import('../editing/duplicate')
    const copy = await duplicate(record)
    if (copy === null) toast({ tone: 'bad', title: t('editing.duplicateFailed') })
    else reveal(copy)
  }

  const commands: Readonly<Record<Command, () => unknown>> = {
    'new-workspace': () => files.create('nothing'),
    'new-from-starter': () => files.create('starter-data'),
    'open-workspace': () => files.open(null),
    'save-copy': files.saveCopy,
    'reveal-workspace': () => files.reveal(null),
    'close-window': () => {
      window.close()
    },
    undo: history.undo,
    redo: history.redo,
    'new-record': shell.openNew,
    'edit-record': edit,
    'duplicate-record': duplicateSelected,
    'delete-record': askDelete,
    find: shell.focusSearch,
    'find-next': () => step(1),
    'find-previous': () => step(-1),
    'zoom-in': () => shell.timeline()?.zoomBy(ZOOM_STEP),
    'zoom-out': () => shell.timeline()?.zoomBy(1 / ZOOM_STEP),
    'pan-left': () => shell.timeline()?.panBy(-PAN_STEP),
    'pan-right': () => shell.timeline()?.panBy(PAN_STEP),
    'fit-all': () => shell.timeline()?.fitAll(),
    'fit-selection': () => session.selected !== null && shell.timeline()?.fitItems([...session.selection]),
    'go-to-date': shell.openGoToDate,
    today: () => shell.timeline()?.goTo(shell.today()),
    figure: makeFigure,
    'open-figure': () => openFigure(null),
    'save-image': image.save,
    'copy-image': image.copy,
    'toggle-inspector': () => (session.inspectorOpen = !session.inspectorOpen),
    'toggle-filters': () => (session.filtersOpen = !session.filtersOpen),
    'select-all': () => session.selectMany([...shell.shown()]),
    'nudge-earlier': () => nudgeBy(-1),
    'nudge-later': () => nudgeBy(1),
    'end-earlier': () => nudgeBy(-1, 'end'),
    'end-later': () => nudgeBy(1, 'end'),
    'toggle-history': () => {
      showSide('historyOpen', !session.historyOpen)
    },
    'toggle-versions': () => {
      showSide('versionsOpen', !session.versionsOpen)
    },
    'toggle-as-of': () => {
      showSide('asOfOpen', !session.asOfOpen)
    },
    'keep-version': () => {
      comparison.close()
      showSide('versionsOpen', true)
      versions.keepAsked = true
    },
    'toggle-table': () => {
      session.tableOpen = !session.tableOpen
      if (session.tableOpen) session.consoleOpen = false
      if (session.tableOpen) session.compared = null
    },
    'toggle-console': () => {
      session.consoleOpen = !session.consoleOpen
      if (session.consoleOpen) session.tableOpen = false
      if (session.consoleOpen) session.compared = null
    },
    'toggle-metric-lanes': () => {
      session.metricLanes = { ...session.metricLanes, open: !session.metricLanes.open }
    },
    'compare-chips': compare,
    'toggle-overview': () => (session.overviewOpen = !session.overviewOpen),
    'toggle-arrows': () => (session.allArrows = !session.allArrows),
    back: () => travel('back'),
    forward: () => travel('forward'),
    'add-note': () => {
      shell.openNotes('add-note')
    },
    'show-notes': () => {
      shell.openNotes('notes')
    },
    'show-shortcuts': shell.openShortcuts,
    // What was searched for goes first: its marks are what one wants off the screen. Then a comparison.
    escape: () => {
      if (search.query !== '') search.clear()
      else if (session.selected === null && comparison.comparison !== null) comparison.close()
      else session.select(null)
    },
  }
  /** What the menu says while the editor of figures covers the window: all but these is about what it covers. */
  function run(command: Command): void {
    if (figures.view !== null && !OVER_A_FIGURE.has(command)) figures.close()
    void commands[command]()
  }

  return { reveal, openFigure, run }
}
