import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { FigureSpec } from '../../domain/figure/figure-spec'
import type { CallError } from '../../ipc/reply'
import type { FigureFormat } from '../../ipc/figure-values'
import { client } from '../document/client'
import { useWords } from '../language/use-words'
import { toast } from '../ui/toasts'
import { figureFault } from './figure-words'

export interface FigureOut {
  /** Whether a call is under way, its dialog included. */
  busy: Readonly<ShallowRef<boolean>>
  /** How far the drawing is, from 0 to 1; null while nothing is being drawn. */
  part: Readonly<ShallowRef<number | null>>
  /** Each answers whether it came to an end that is worth remembering. */
  save(spec: FigureSpec, format: FigureFormat): Promise<boolean>
  copy(spec: FigureSpec, format: 'png' | 'svg'): Promise<boolean>
  copyText(text: string): Promise<void>
  cancel(): void
}

/** Saves and copies figures, and says how that went. */
export function useFigureOut(): FigureOut {
  const { t } = useWords()
  const busy = shallowRef(false)
  const part = shallowRef<number | null>(null)
  const off = client().on('figure:progress', (now) => {
    if (busy.value) part.value = now.part
  })
  onScopeDispose(off)

  function refuse(title: string, error: CallError): void {
    if (error.code === 'cancelled') toast({ tone: 'good', title: t('figure.out.cancelled') })
    else toast({ tone: 'bad', title, detail: figureFault(t, error) })
  }

  async function during<T>(work: () => Promise<T>): Promise<T> {
    busy.value = true
    try {
      return await work()
    } finally {
      busy.value = false
      part.value = null
    }
  }

  async function reveal(file: string): Promise<void> {
    const reply = await client().call('figure:reveal', { file })
    if (!reply.ok) toast({ tone: 'bad', title: t('files.notRevealed'), detail: figureFault(t, reply.error) })
  }

  return {
    busy,
    part,
    async save(spec, format) {
      if (busy.value) return false
      const reply = await during(() => client().call('figure:save', { spec, format }))
      if (!reply.ok) {
        refuse(t('figure.out.notSaved'), reply.error)
        return false
      }
      const { file } = reply.value
      if (file === null) return false
      toast({
        tone: 'good',
        title: t(`figure.out.saved.${format}`),
        detail: file,
        action: { label: t('figure.out.show'), run: () => void reveal(file) },
      })
      return true
    },
    async copy(spec, format) {
      if (busy.value) return false
      const reply = await during(() => client().call('figure:copy', { spec, format }))
      if (!reply.ok) {
        refuse(t('figure.out.notCopied'), reply.error)
        return false
      }
      const { widthPx, heightPx } = reply.value
      const size = { width: Math.round(widthPx), height: Math.round(heightPx) }
      const detail = format === 'png' ? { detail: t('toast.imageSize', size) } : {}
      toast({ tone: 'good', title: t(`figure.out.copied.${format}`), ...detail })
      return true
    },
    async copyText(text) {
      const reply = await client().call('figure:copy-text', { text })
      if (!reply.ok) refuse(t('figure.out.notCopied'), reply.error)
      else toast({ tone: 'good', title: t('figure.out.copied.text'), detail: text })
    },
    cancel: () => void client().call('figure:cancel', {}),
  }
}
