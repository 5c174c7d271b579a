import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Version } from '../../ipc/contract'
import { client } from '../document/client'

/** The list of versions as it was last read; main says when it is another. */
export const useVersionsStore = defineStore('versions', () => {
  const state = shallowRef<'reading' | 'ready' | 'failed'>('reading')
  const folder = shallowRef<string | null>(null)
  const versions = shallowRef<readonly Version[]>([])
  /** Counts how often the user asked to keep the state, so that the panel takes the focus each time. */
  const keepAsked = shallowRef(0)
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
