import { computed, shallowRef } from 'vue'
import { compareDocuments, type Comparison } from '../../domain/change/compare-documents'
import type { Version } from '../../ipc/values'
import type { CallError } from '../../ipc/reply'
import { client } from '../document/client'
import { useDocumentStore } from '../document/document-store'
import { useWords } from '../language/use-words'
import { toast } from '../ui/toasts'
import { useComparisonStore } from './comparison-store'
import { nameOfVersion } from './name-of-version'
import { useVersionsStore } from './versions-store'

interface AskedRestore {
  readonly version: Version
  readonly comparison: Comparison
}

const differing = ({ added, removed, moved, changed }: Comparison): number =>
  added.length + removed.length + moved.length + changed.length

/** What can be done with a version, each with its question and its answer in words. */
export function useVersionActions() {
  const documents = useDocumentStore()
  const comparison = useComparisonStore()
  const list = useVersionsStore()
  const { t, locale } = useWords()
  const restoring = shallowRef<AskedRestore | null>(null)
  const deleting = shallowRef<Version | null>(null)
  /** The version that waits for another to be compared with. */
  const picking = shallowRef<Version | null>(null)

  const nameOf = (version: Version): string => nameOfVersion(version, t, locale.value)
  const refuse = (title: string, { code }: CallError): void => {
    toast({ tone: 'bad', title, detail: t(`versions.errors.${code}`) })
  }

  async function compare(version: Version, other: Version | null): Promise<void> {
    picking.value = null
    const error = await comparison.compare(version, other)
    if (error !== null) refuse(t('versions.notCompared'), error)
  }

  /** Works out what restoring would change, for the user to confirm. */
  async function askRestore(version: Version): Promise<void> {
    const read = await comparison.read(version.id)
    if (!read.ok) {
      refuse(t('versions.notRestored'), read.error)
      return
    }
    const found = compareDocuments(documents.document, read.value.document)
    if (differing(found) === 0) toast({ tone: 'good', title: t('versions.unchanged', { name: nameOf(version) }) })
    else restoring.value = { version, comparison: found }
  }

  async function confirmRestore(): Promise<void> {
    const version = restoring.value?.version
    restoring.value = null
    if (version === undefined) return
    const name = nameOf(version)
    const outcome = await documents.restoreVersion(version.id)
    if (outcome.kind === 'error') refuse(t('versions.notRestored'), outcome.error)
    else toast({ tone: 'good', title: t('versions.restored', { name }), detail: t('versions.restoredText') })
  }

  /** Whether it was done; what is wrong with the name is said where it was typed. */
  async function rename(version: Version, name: string): Promise<CallError | null> {
    const reply = await client().call('versions:rename', { id: version.id, name })
    if (!reply.ok && reply.error.code !== 'invalid') refuse(t('versions.notRenamed'), reply.error)
    await list.read()
    return reply.ok ? null : reply.error
  }

  async function confirmDelete(): Promise<void> {
    const version = deleting.value
    deleting.value = null
    if (version === null) return
    const reply = await client().call('versions:delete', { id: version.id })
    if (!reply.ok) refuse(t('versions.notDeleted'), reply.error)
    await list.read()
  }

  async function reveal(version: Version): Promise<void> {
    const reply = await client().call('versions:reveal', { id: version.id })
    if (!reply.ok) refuse(t('versions.notShown'), reply.error)
  }

  return {
    restoring,
    deleting,
    picking,
    nameOf,
    compare,
    askRestore,
    confirmRestore,
    rename,
    confirmDelete,
    reveal,
    pick: (version: Version) => (picking.value = version),
    askDelete: (version: Version) => (deleting.value = version),
    restoringName: computed(() => (restoring.value === null ? '' : nameOf(restoring.value.version))),
    deletingName: computed(() => (deleting.value === null ? '' : nameOf(deleting.value))),
  }
}

export type VersionActions = ReturnType<typeof useVersionActions>
