import { shallowRef } from 'vue'
import { compareDocuments, type Comparison } from '../../domain/change/compare-documents'
import { documentAt, restoreAll, restoreRecord } from '../../domain/change/restore'
import type { Document } from '../../domain/model/document'
import type { TapelineRecord } from '../../domain/model/record'
import { client } from '../document/client'
import { useDocumentStore, type Command } from '../document/document-store'
import { useWords } from '../language/use-words'
import { toast } from '../ui/toasts'

interface Asked {
  readonly target: Document
  readonly comparison: Comparison
}

const differing = ({ added, removed, moved, changed }: Comparison): number =>
  added.length + removed.length + moved.length + changed.length

/** Brings a record or the workspace to an earlier state, each as one new step that undo takes back. */
export function useRestore() {
  const documents = useDocumentStore()
  const { t } = useWords()
  const asked = shallowRef<Asked | null>(null)

  const failed = (detail: string): void => toast({ tone: 'bad', title: t('history.notDone'), detail })

  async function run(command: Command): Promise<void> {
    const outcome = await documents.dispatch(command)
    if (outcome.kind === 'done') toast({ tone: 'good', title: t('history.done'), detail: t('history.doneText') })
    else if (outcome.kind === 'error') failed(t(`errors.${outcome.error.code}`))
    else failed(t('problems.other', { detail: outcome.problem.detail }))
  }

  /** Works out what restoring everything would change, for the user to confirm. */
  async function ask(seq: number, side: 'before' | 'after'): Promise<void> {
    const reply = await client().call('history:way', { seq, side })
    if (!reply.ok) {
      failed(reply.error.code === 'corrupt' ? t('history.barred') : t(`errors.${reply.error.code}`))
      return
    }
    if (reply.value.revision !== documents.history.revision) {
      failed(t('errors.stale'))
      return
    }
    const target = documentAt(documents.document, reply.value.changesBack)
    const comparison = compareDocuments(documents.document, target)
    if (differing(comparison) === 0) toast({ tone: 'good', title: t('history.same') })
    else asked.value = { target, comparison }
  }

  return {
    asked,
    ask,
    record: (id: string, record: TapelineRecord | null) => run((document) => restoreRecord(document, { id, record })),
    async confirm(): Promise<void> {
      const target = asked.value?.target
      asked.value = null
      if (target !== undefined) await run((document) => restoreAll(document, target))
    },
    cancel() {
      asked.value = null
    },
  }
}
