import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Version } from '../../ipc/values'
import { client } from '../document/client'

/** The list of versions as it was last read; main says when it is another. */
export const useVersionsStore = defineStore('versions', () => {
  const state = shallowRef<'reading' | 'ready' | 'failed'>('reading')
  const folder = shallowRef<string | null>(null)
  const versions = shallowRef<readonly Version[]>([])
  /** The user asked to keep the state as it is; the field for its name takes the focus and lets go of this. */
  const keepAsked = shallowRef(false)
  let turn = 0

  async function read(): Promise<void> {
    const mine = ++turn
    const reply = await client().call('versions:list', {})
    if (mine !== turn) return
    state.value = reply.ok ? 'ready' : 'failed'
    if (!reply.ok) return
    folder.value = reply.value.folder
    versions.value = reply.value.versions
  }

  return { state, folder, versions, keepAsked, read }
})
