import { useDocumentStore } from '../document/document-store'
import { useSessionStore } from '../document/session-store'
import { useFigureStore } from '../figure/figure-store'
import type { TimelineHandle } from './timeline-handle'

/** Brings into view what a panel speaks of. `reveal` shows a record that is here, with its details. */
export function useShowing(host: { timeline(): TimelineHandle | null | undefined; reveal(record: string): void }) {
  const documents = useDocumentStore()
  const session = useSessionStore()
  const figures = useFigureStore()

  return {
    /** What was removed stands on the timeline alone, for the details know only what is here. */
    revealCompared(record: string): void {
      // The list tells what differs; the details are not opened for it.
      const open = session.inspectorOpen
      if (documents.document.records.has(record)) host.reveal(record)
      else host.timeline()?.reveal(record)
      session.inspectorOpen = open
    },
    /** Of what an opened figure says that it changed. */
    showRecord(record: string): void {
      figures.close()
      host.reveal(record)
    },
    /** Brings a day into view in the middle, at the same scale, where it is not in sight. */
    showDay(day: number): void {
      const timeline = host.timeline()
      const window = timeline?.currentWindow()
      if (window === undefined || (day >= window.startDay && day <= window.endDay)) return
      const half = (window.endDay - window.startDay) / 2
      timeline?.show({ startDay: day - half, endDay: day + half }, true)
    },
  }
}
