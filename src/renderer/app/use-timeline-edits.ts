import { moveRecords, resizeRecord, stepDaysOf } from '../../domain/change/move-commands'
import { fail } from '../../domain/model/problem'
import { useDocumentStore, type Command, type Outcome } from '../document/document-store'
import { useSessionStore } from '../document/session-store'
import { useWords } from '../language/use-words'
import { changeOf, type TimelineEdit } from '../timeline/timeline-edit'
import { toast } from '../ui/toasts'

/** What gestures and keys on the timeline ask for, saved; what is refused is said. */
export function useTimelineEdits() {
  const documents = useDocumentStore()
  const session = useSessionStore()
  const { t } = useWords()

  function reason(outcome: Exclude<Outcome, { kind: 'done' }>): string {
    if (outcome.kind === 'error') return t(`errors.${outcome.error.code}`)
    const { code, path, detail } = outcome.problem
    if (code === 'bad-date') return t('gestures.wrongOrder')
    if (code !== 'not-editable') return t('problems.other', { detail })
    return path === 'end' ? t('gestures.noEnd') : t('gestures.cannotMove')
  }

  async function save(command: Command, failed: string): Promise<boolean> {
    const outcome = await documents.dispatch(command)
    if (outcome.kind === 'done') return true
    toast({ tone: 'bad', title: failed, detail: reason(outcome) })
    return false
  }

  /** Moves or resizes as it was dragged, in one step. */
  const edit = (asked: TimelineEdit): Promise<boolean> =>
    save((document) => changeOf(document, asked), t('gestures.moveFailed'))

  /** Moves the selection by one step of the precision of its first record, or that record's end alone. */
  async function nudge(direction: 1 | -1, edge?: 'end'): Promise<boolean> {
    const id = session.selected
    if (id === null || !documents.canEdit) return false
    const ids = [...session.selection]
    const command: Command = (document) => {
      const step = stepDaysOf(document, id, edge)
      if (step === null)
        return fail({ code: 'not-editable', record: id, path: edge ?? 'date', detail: 'has no date there' })
      const days = direction * step
      return edge === undefined
        ? moveRecords(document, { ids, days, mergeKey: `nudge:${id}:${String(ids.length)}` })
        : resizeRecord(document, { id, edge, days, mergeKey: `nudge-end:${id}` })
    }
    return save(command, t('gestures.moveFailed'))
  }

  return { edit, nudge }
}
