import { computed } from 'vue'
import type { ChangeLabel } from '../../domain/change/change'
import { useDocumentStore } from '../document/document-store'
import { useSessionStore } from '../document/session-store'
import { useWords } from '../language/use-words'
import { toast } from '../ui/toasts'

/** Undo and redo, each with the words for the step it would take. */
export function useHistory() {
  const documents = useDocumentStore()
  const session = useSessionStore()
  const { t } = useWords()

  const words = (way: 'undo' | 'redo', label: ChangeLabel | null, nothing: string): string =>
    label === null ? nothing : t(`step.${way}.${label.action}`, { subject: label.subject[session.locale] })

  async function step(way: 'undo' | 'redo', failed: string): Promise<void> {
    const { outcome, records } = await documents[way]()
    if (outcome.kind === 'error' && outcome.error.code !== 'nothing')
      toast({ tone: 'bad', title: failed, detail: t(`errors.${outcome.error.code}`) })
    const [touched] = records
    const record = touched === undefined ? undefined : documents.document.records.get(touched)
    // What was moved together stays selected together.
    const kept = session.selection.size > 1 && record !== undefined && session.selection.has(record.id)
    if (record !== undefined && 'name' in record && !kept) session.select(record.id)
  }

  return {
    undoWords: computed(() => words('undo', documents.history.undo, t('bar.nothingToUndo'))),
    redoWords: computed(() => words('redo', documents.history.redo, t('bar.nothingToRedo'))),
    canUndo: computed(() => documents.history.undo !== null && documents.canEdit),
    canRedo: computed(() => documents.history.redo !== null && documents.canEdit),
    undo: () => step('undo', t('toast.undoFailed')),
    redo: () => step('redo', t('toast.redoFailed')),
  }
}
