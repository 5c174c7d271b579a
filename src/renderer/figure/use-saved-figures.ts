import { rename } from '../../domain/change/commands'
import { deleteRecords } from '../../domain/change/delete-records'
import type { FigureSpec } from '../../domain/figure/figure-spec'
import { useDocumentStore, type Command } from '../document/document-store'
import { useWords } from '../language/use-words'
import { toast } from '../ui/toasts'
import { newFigureId, saveFigure, updateFigure } from './saved-figures'

/** Keeps figures in the workspace, by the same changes as any record; undo takes each back. */
export function useSavedFigures() {
  const { t, locale } = useWords()
  const documents = useDocumentStore()

  /** What kept it from being done, in words; null where it is done. */
  async function carryOut(command: Command): Promise<string | null> {
    const outcome = await documents.dispatch(command)
    if (outcome.kind === 'done') return null
    return outcome.kind === 'problem' ? outcome.problem.detail : outcome.error.message
  }
  function tell(fault: string | null, done: string): void {
    if (fault === null) toast({ tone: 'good', title: done })
    else toast({ tone: 'bad', title: t('figure.saved.failed'), detail: fault })
  }

  return {
    /** Under which id it is kept, or why it is not. */
    async save(name: string, spec: FigureSpec): Promise<{ readonly id: string } | { readonly fault: string }> {
      const id = newFigureId(documents.document, name)
      const fault = await carryOut((document) => saveFigure(document, { id, name, spec }))
      if (fault !== null) return { fault }
      tell(null, t('figure.saved.doneSaved'))
      return { id }
    },
    async update(id: string, spec: FigureSpec): Promise<void> {
      tell(await carryOut((document) => updateFigure(document, { id, spec })), t('figure.saved.doneUpdated'))
    },
    rename: (id: string, text: string): Promise<string | null> =>
      carryOut((document) => rename(document, { id, locale: locale.value, text })),
    async remove(id: string): Promise<void> {
      tell(await carryOut((document) => deleteRecords(document, [id])), t('figure.saved.doneDeleted'))
    },
  }
}
