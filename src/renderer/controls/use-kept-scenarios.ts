import type { Change } from '../../domain/change/change'
import { rename } from '../../domain/change/commands'
import { deleteRecords } from '../../domain/change/delete-records'
import { freshId } from '../../domain/change/fresh-id'
import { createRecord, editRecord } from '../../domain/change/record-commands'
import type { Document } from '../../domain/model/document'
import type { RecordId } from '../../domain/model/ids'
import type { Result } from '../../domain/model/problem'
import type { Assumption } from '../../domain/model/scenario'
import { useDocumentStore, type Command } from '../document/document-store'
import { useWords } from '../language/use-words'
import { toast } from '../ui/toasts'
import { useControlsStore } from './controls-store'

/** A new scenario, under one name for both languages until it is given another. */
export function keepScenario(
  document: Document,
  input: { id: RecordId; name: string; assumptions: readonly Assumption[] },
): Result<Change> {
  const name = input.name.trim()
  const { id, assumptions } = input
  return createRecord(document, {
    type: 'scenario',
    id,
    name: { en: name, 'zh-Hant': name },
    assumptions: [...assumptions],
  })
}

/** Keeps scenarios in the workspace, by the same changes as any record; undo takes each back. */
export function useKeptScenarios() {
  const { t, locale } = useWords()
  const documents = useDocumentStore()
  const asked = useControlsStore()

  /** What kept it from being done; null where it is done. */
  async function carryOut(command: Command): Promise<string | null> {
    const outcome = await documents.dispatch(command)
    if (outcome.kind === 'done') return null
    return outcome.kind === 'problem' ? outcome.problem.detail : outcome.error.message
  }
  function tell(fault: string | null, done: string, detail?: string): void {
    if (fault !== null) toast({ tone: 'bad', title: t('controls.scenario.kept.failed'), detail: fault })
    else toast({ tone: 'good', title: done, ...(detail === undefined ? {} : { detail }) })
  }

  return {
    /** Keeps what is assumed under a new name, and uses that from then on. */
    async keep(name: string): Promise<string | null> {
      const { assumptions } = asked
      const id = freshId(`scenario ${name}`, documents.document.records)
      const fault = await carryOut((document) => keepScenario(document, { id, name, assumptions }))
      if (fault !== null) return fault
      asked.choose(id)
      tell(null, t('controls.scenario.kept.doneKept'))
      return null
    },
    async update(id: RecordId): Promise<void> {
      const fields = { assumptions: [...asked.assumptions] }
      const fault = await carryOut((document) => editRecord(document, { id, fields }))
      if (fault === null) asked.assume(fields.assumptions)
      tell(fault, t('controls.scenario.kept.doneUpdated'))
    },
    rename: (id: RecordId, text: string): Promise<string | null> =>
      carryOut((document) => rename(document, { id, locale: locale.value, text })),
    /** What it assumed is no longer assumed either. */
    async remove(id: RecordId): Promise<void> {
      const fault = await carryOut((document) => deleteRecords(document, [id]))
      if (fault === null) asked.choose(null)
      tell(fault, t('controls.scenario.kept.doneDeleted'), t('controls.scenario.kept.undo'))
    },
  }
}
