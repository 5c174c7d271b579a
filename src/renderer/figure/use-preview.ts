import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { FigureMedium } from '../../domain/figure/build-figure'
import type { FigureSpec } from '../../domain/figure/figure-spec'
import type { FigurePreview } from '../../ipc/figure-values'
import type { CallError } from '../../ipc/reply'
import { client } from '../document/client'

const DRAW_AFTER_MS = 180

/** What to draw; `revision` is that of the document. */
export interface PreviewRequest {
  readonly spec: FigureSpec
  readonly medium: FigureMedium
  readonly page: number
  readonly revision: number
}

export interface ShownPage extends Omit<FigurePreview, 'svg'> {
  /** An address of the page as an image. */
  readonly url: string
}

/** An image is decoded before it takes the place of the other, so that the page never flashes. */
async function decoded(url: string): Promise<void> {
  const image = new Image()
  image.src = url
  await image.decode()
}

/**
 * Keeps a page drawn as what is asked for, a moment after it last changed. One page is drawn at a time; what was asked
 * meanwhile follows, and what lies between is left out. The page that stands stays until the next one is there.
 */
export function usePreview(request: () => PreviewRequest | null): {
  shown: Readonly<ShallowRef<ShownPage | null>>
  error: Readonly<ShallowRef<CallError | null>>
  /** Whether what stands is not yet what is asked for. */
  behind: Readonly<ShallowRef<boolean>>
} {
  const shown = shallowRef<ShownPage | null>(null)
  const error = shallowRef<CallError | null>(null)
  const behind = shallowRef(false)
  let wanted: PreviewRequest | null = null
  let timer = 0
  let drawing = false
  let ended = false

  const waits = (): boolean => wanted !== null

  function show(page: ShownPage | null): void {
    const before = shown.value?.url
    shown.value = page
    if (before !== undefined) URL.revokeObjectURL(before)
  }

  async function draw(): Promise<void> {
    if (drawing || wanted === null) return
    const { spec, medium, page } = wanted
    wanted = null
    drawing = true
    const reply = await client().call('figure:preview', { spec, medium, page })
    if (reply.ok) {
      const { svg, ...rest } = reply.value
      const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
      await decoded(url).catch(() => undefined)
      if (ended) URL.revokeObjectURL(url)
      else show({ ...rest, url })
    }
    drawing = false
    if (ended) return
    error.value = reply.ok ? null : reply.error
    behind.value = waits()
    void draw()
  }

  watch(
    () => {
      const now = request()
      return now === null ? null : JSON.stringify(now)
    },
    (text, before) => {
      window.clearTimeout(timer)
      wanted = null
      behind.value = text !== null
      if (text === null) return
      timer = window.setTimeout(
        () => {
          wanted = request()
          void draw()
        },
        before === undefined ? 0 : DRAW_AFTER_MS,
      )
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    ended = true
    window.clearTimeout(timer)
    show(null)
  })
  return { shown, error, behind }
}
