import { computed, shallowRef, watch } from 'vue'
import { lanesOf } from '../../domain/layout/lanes'
import type { Lane, TimelineItem } from '../../domain/layout/timeline-item'
import type { CanvasPlace } from '../../domain/model/annotation'
import { useDocumentStore } from '../document/document-store'
import { useSessionStore } from '../document/session-store'
import { useEditingStore } from '../editing/editing-store'
import type { AskedAt } from '../timeline/asked-menu'

/** What a new note begins with. */
export interface NoteStart {
  readonly date: string
  readonly place: Omit<CanvasPlace, 'kind'> | null
}

const NOWHERE: NoteStart = { date: '', place: null }

const laneIds = (lanes: readonly Lane[]): string[] => lanes.flatMap(({ id, children }) => [id, ...laneIds(children)])

/** What the menu of a place on the timeline, and other gestures on its empty parts, lead to. */
export function useTimelineMenu(shell: {
  shown(): readonly TimelineItem[]
  openNote(): void
  reveal(record: string): void
  hurry(): Promise<void>
}) {
  const documents = useDocumentStore()
  const session = useSessionStore()
  const editing = useEditingStore()
  const noteStart = shallowRef<NoteStart>(NOWHERE)
  const menuAt = shallowRef<AskedAt | null>(null)

  // What the menu is about is what is selected, as everywhere.
  watch(menuAt, (at) => {
    void shell.hurry()
    const record = at?.record ?? null
    if (record !== null && !session.selection.has(record)) session.select(record)
  })

  /** Opens the form of a note; null for one on a date that is yet to be typed. */
  function addNote(start: NoteStart | null): void {
    noteStart.value = start === null ? NOWHERE : { date: start.date, place: start.place }
    shell.openNote()
  }

  /** The note on a record, open for typing in the details. */
  function noteOn(record: string): void {
    shell.reveal(record)
    session.inspectorOpen = true
    session.noting = record
  }

  /** The form of an event, filled with the date and what the lane says; nothing is made before it is saved. */
  async function createAt(lane: string, date: string): Promise<void> {
    if (!documents.canEdit) return
    const { eventPreset } = await import('../../domain/layout/lane-hint')
    editing.create('event', eventPreset(documents.document, lane, date))
  }

  const shownLanes = computed<ReadonlySet<string>>(
    () => new Set(laneIds(lanesOf(documents.document, shell.shown(), session.grouping))),
  )
  return { noteStart, menuAt, addNote, noteOn, createAt, shownLanes }
}
