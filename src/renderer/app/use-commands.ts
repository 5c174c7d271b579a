import type { DayNumber } from '../../domain/time/day-number'
import { useSessionStore } from '../document/session-store'
import { useSearchStore } from '../search/search-store'
import type { Command } from './shortcuts'
import type { TimelineHandle } from './timeline-handle'
import { useHistory } from './use-history'
import { useImage } from './use-image'

const ZOOM_STEP = 1.5
const PAN_STEP = 0.2

export interface Shell {
  timeline(): TimelineHandle | null | undefined
  stageWidthPx(): number
  today(): DayNumber
  focusSearch(): void
  openGoToDate(): void
  openShortcuts(): void
}

/** The one table of what the window can do: keys, buttons and the menu all end here. */
export function useCommands(shell: Shell) {
  const session = useSessionStore()
  const search = useSearchStore()
  const history = useHistory()
  const image = useImage(() => {
    const window = shell.timeline()?.currentWindow()
    return window && { window, widthPx: shell.stageWidthPx(), todayDay: shell.today() }
  })

  /** Selects a record and brings it into view, if it has a place on the timeline. */
  function reveal(record: string): void {
    session.select(record)
    shell.timeline()?.reveal(record)
  }

  function step(direction: 1 | -1): void {
    const record = search.step(direction)
    if (record !== null) reveal(record)
  }

  function travel(direction: 'back' | 'forward'): void {
    session[direction]()
    if (session.selected !== null) shell.timeline()?.reveal(session.selected)
  }

  const commands: Readonly<Record<Command, () => unknown>> = {
    undo: history.undo,
    redo: history.redo,
    find: shell.focusSearch,
    'find-next': () => step(1),
    'find-previous': () => step(-1),
    'zoom-in': () => shell.timeline()?.zoomBy(ZOOM_STEP),
    'zoom-out': () => shell.timeline()?.zoomBy(1 / ZOOM_STEP),
    'pan-left': () => shell.timeline()?.panBy(-PAN_STEP),
    'pan-right': () => shell.timeline()?.panBy(PAN_STEP),
    'fit-all': () => shell.timeline()?.fitAll(),
    'fit-selection': () => session.selected !== null && shell.timeline()?.fitItems([session.selected]),
    'go-to-date': shell.openGoToDate,
    today: () => shell.timeline()?.goTo(shell.today()),
    'save-image': image.save,
    'copy-image': image.copy,
    'toggle-inspector': () => (session.inspectorOpen = !session.inspectorOpen),
    'toggle-filters': () => (session.filtersOpen = !session.filtersOpen),
    'toggle-table': () => (session.tableOpen = !session.tableOpen),
    'toggle-arrows': () => (session.allArrows = !session.allArrows),
    back: () => travel('back'),
    forward: () => travel('forward'),
    'show-shortcuts': shell.openShortcuts,
    // What was searched for goes first: its marks are what one wants off the screen.
    escape: () => (search.query === '' ? session.select(null) : search.clear()),
  }
  return { reveal, run: (command: Command): void => void commands[command]() }
}
