import { moveTogether, resizeRecord, stepDaysOf } from '../../domain/change/move-commands'
import { fail, type Problem } from '../../domain/model/problem'
import { recordName } from '../../domain/model/record-name'
import { useDocumentStore, type Command, type Outcome } from '../document/document-store'
import { useSessionStore } from '../document/session-store'
import { useWords } from '../language/use-words'
import { changeOf, type TimelineEdit } from '../timeline/timeline-edit'
import { toast } from '../ui/toasts'

const MOST_NAMED = 5

/** What gestures and keys on the timeline ask for, saved; what is refused is said. */
export function useTimelineEdits() {
  const documents = useDocumentStore()
  const session = useSessionStore()
  const { t, counted } = useWords()

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

  /** Which of several were left where they are, and why. */
  function tellOfLeft(left: readonly Problem[]): void {
    if (left.length === 0) return
    const { document } = documents
    const names = left.slice(0, MOST_NAMED).flatMap(({ record = '' }) => {
      const found = document.records.get(record)
      return found === undefined ? [] : [recordName(found, document, session.locale)]
    })
    const more = left.length - names.length
    const listed = [...names, ...(more > 0 ? [counted('gestures.more', more)] : [])]
    toast({
      tone: 'bad',
      title: counted('gestures.left', left.length),
      detail: t('gestures.leftWhy', { names: listed.join(session.locale === 'en' ? ', ' : '、') }),
    })
  }

  /** Moves several in one step, and says which of them could not be moved. */
  async function move(input: Parameters<typeof moveTogether>[1]): Promise<boolean> {
    let left: readonly Problem[] = []
    const done = await save((document) => {
      const moved = moveTogether(document, input)
      left = moved.left
      return moved.change
    }, t('gestures.moveFailed'))
    if (done) tellOfLeft(left)
    return done
  }

  /** Moves or resizes as it was dragged, in one step. */
  const edit = (asked: TimelineEdit): Promise<boolean> =>
    asked.kind === 'move'
      ? move({ ids: asked.records, days: asked.days })
      : save((document) => changeOf(document, asked), t('gestures.moveFailed'))

  let lastNudged = ''

  /** Moves the selection by one step of the precision of its first record, or that record's end alone. */
  async function nudge(direction: 1 | -1, edge?: 'end'): Promise<boolean> {
    const id = session.selected
    if (id === null || !documents.canEdit) return false
    const ids = [...session.selection]
    let left: readonly Problem[] = []
    const command: Command = (document) => {
      const step = stepDaysOf(document, id, edge)
      if (step === null)
        return fail({ code: 'not-editable', record: id, path: edge ?? 'date', detail: 'has no date there' })
      const days = direction * step
      if (edge !== undefined) return resizeRecord(document, { id, edge, days, mergeKey: `nudge-end:${id}` })
      const moved = moveTogether(document, { ids, days, mergeKey: `nudge:${id}:${String(ids.length)}` })
      left = moved.left
      return moved.change
    }
    const done = await save(command, t('gestures.moveFailed'))
    // Steps in a row are one to the user, who is told once.
    if (done && ids.join() !== lastNudged) tellOfLeft(left)
    lastNudged = ids.join()
    return done
  }

  return { edit, nudge }
}
