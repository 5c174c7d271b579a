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

  async function carryOut(command: Command, done: string | null): Promise<boolean> {
    const outcome = await documents.dispatch(command)
    if (outcome.kind === 'done') {
      if (done !== null) toast({ tone: 'good', title: done })
      return true
    }
    const detail = outcome.kind === 'problem' ? outcome.problem.detail : outcome.error.message
    toast({ tone: 'bad', title: t('figure.saved.failed'), detail })
    return false
  }

  return {
    /** The id that it is kept under; null where it could not be. */
    async save(name: string, spec: FigureSpec): Promise<string | null> {
      const id = newFigureId(documents.document, name)
      const done = await carryOut((document) => saveFigure(document, { id, name, spec }), t('figure.saved.doneSaved'))
      return done ? id : null
    },
    async update(id: string, spec: FigureSpec): Promise<void> {
      await carryOut((document) => updateFigure(document, { id, spec }), t('figure.saved.doneUpdated'))
    },
    async rename(id: string, text: string): Promise<void> {
      await carryOut((document) => rename(document, { id, locale: locale.value, text }), null)
    },
    async remove(id: string): Promise<void> {
      await carryOut((document) => deleteRecords(document, [id]), t('figure.saved.doneDeleted'))
    },
  }
}
