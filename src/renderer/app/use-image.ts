import type { DayNumber } from '../../domain/time/day-number'
import type { TimeWindow } from '../../domain/model/view'
import { client } from '../document/client'
import { useSessionStore } from '../document/session-store'
import { useWords } from '../language/use-words'
import { toast } from '../ui/toasts'

const LEAST_WIDTH_PX = 960
const IMAGE_SCALE = 2

export interface Shown {
  readonly window: TimeWindow
  readonly widthPx: number
  readonly todayDay: DayNumber
}

/** Saves or copies the view as an image. Main draws it from its own copy of the document. */
export function useImage(shown: () => Shown | undefined) {
  const session = useSessionStore()
  const { t } = useWords()

  function request() {
    const view = shown()
    if (view === undefined) return undefined
    return {
      window: view.window,
      grouping: session.grouping,
      filters: session.filters,
      collapsed: session.collapsed,
      locale: session.locale,
      theme: session.theme,
      widthPx: Math.max(LEAST_WIDTH_PX, Math.round(view.widthPx)),
      scale: IMAGE_SCALE,
      todayDay: view.todayDay,
    }
  }

  const refuse = (detail: string): void => {
    toast({ tone: 'bad', title: t('toast.imageFailed'), detail })
  }

  async function save(): Promise<void> {
    const input = request()
    if (input === undefined) return
    const reply = await client().call('figure:save-png', input)
    if (!reply.ok) refuse(reply.error.message)
    else if (reply.value.file !== null) toast({ tone: 'good', title: t('toast.imageSaved'), detail: reply.value.file })
  }

  async function copy(): Promise<void> {
    const input = request()
    if (input === undefined) return
    const reply = await client().call('figure:copy-png', input)
    if (!reply.ok) refuse(reply.error.message)
    else {
      const size = { width: reply.value.widthPx, height: reply.value.heightPx }
      toast({ tone: 'good', title: t('toast.imageCopied'), detail: t('toast.imageSize', size) })
    }
  }

  return { save, copy }
}
