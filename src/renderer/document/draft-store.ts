import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Draft } from '../../ipc/values'
import { client } from './client'

/** A crash loses at most what was typed in this time. */
const WRITE_WITHIN_MS = 400

/** The place of a draft, without the mark of the form that wrote it: a form of a later session is another one. */
export const placeOf = (key: string): string => key.split('#')[0] ?? key

/**
 * Text that is typed somewhere and not saved, kept in the workspace file apart from the document. A place is named
 * `edit:chip:h200` or `create:event`.
 */
export const useDraftStore = defineStore('drafts', () => {
  /** Of an earlier session, or of this one before the page crashed; neither put back nor thrown away yet. */
  const earlier = shallowRef<readonly Draft[]>([])
  /** The one that the form of that place shall put back as it opens. */
  const wanted = shallowRef<{ readonly draft: Draft; readonly place: string } | null>(null)
  const own = new Set<string>()
  const waiting = new Map<string, string>()
  let timer = 0

  async function load(): Promise<void> {
    const reply = await client().call('drafts:list', {})
    if (reply.ok) earlier.value = reply.value.drafts.filter(({ key }) => !own.has(key))
  }

  function write(key: string, body: string): void {
    own.add(key)
    waiting.set(key, body)
    // Not put off by further typing: who never pauses would never be saved.
    if (timer === 0) timer = window.setTimeout(flush, WRITE_WITHIN_MS)
  }

  function flush(): void {
    window.clearTimeout(timer)
    timer = 0
    const all = [...waiting]
    waiting.clear()
    for (const [key, body] of all) void client().call('drafts:write', { key, body })
  }

  function drop(key: string): void {
    const isKept = own.delete(key) || earlier.value.some((draft) => draft.key === key)
    waiting.delete(key)
    earlier.value = earlier.value.filter((draft) => draft.key !== key)
    if (isKept) void client().call('drafts:drop', { key })
  }

  return { earlier, wanted, load, write, flush, drop }
})
