import { recordOfType, type Document } from '../model/document'
import type { RecordId } from '../model/ids'
import { fail, succeed, type Result } from '../model/problem'
import type { TapelineRecord } from '../model/record'
import { referencesOf } from '../model/record-references'
import type { Change, Edit } from './change'
import { lostSupport, type LostSupport } from './lost-support'
import { withoutParagraphs } from './named-paragraphs'
import { severalNames } from './several-names'
import { withoutReferences } from './without-references'

/** What a deletion does beside taking away the records named. */
export interface DeletionPlan {
  /** The records named that are there. */
  readonly asked: readonly TapelineRecord[]
  /** Links to them and notes on them, which mean nothing without them and go too. */
  readonly alsoDeleted: readonly TapelineRecord[]
  readonly changed: readonly {
    readonly from: TapelineRecord
    readonly to: TapelineRecord
    /** The fields that lose a reference: `specs[2].sources[0]`. */
    readonly paths: readonly string[]
    /** What of it rested on sources and has none left: to be read as unverified. */
    readonly unsupported: readonly LostSupport[]
  }[]
  /** Records that cannot do without one of them: a chip or architecture without its vendor. */
  readonly blockers: readonly { readonly record: TapelineRecord; readonly path: string; readonly needs: RecordId }[]
}

/** Fields that a record cannot do without, but for those of links and notes, which go with what they stand on. */
const NEEDED: readonly string[] = ['vendor']

const goesWithIt = ({ type }: TapelineRecord): boolean => type === 'link' || type === 'annotation'

/** The records named, and all links and notes that stand on them, also at one remove. */
function allGone(document: Document, ids: Iterable<RecordId>): Set<RecordId> {
  const gone = new Set(ids)
  for (let before = -1; before !== gone.size;) {
    before = gone.size
    for (const record of document.records.values())
      if (goesWithIt(record) && !gone.has(record.id))
        if (referencesOf(record).some(({ path, to }) => gone.has(to) && !path.startsWith('sources')))
          gone.add(record.id)
  }
  return gone
}

/**
 * What deleting these records would do, to be shown before it is done. Links and notes on them are deleted.
 * References in lists, and single ones that may be absent (a chip's architecture, a rule's issuer), are dropped, and so
 * is what names a paragraph of a rule that goes. A chip or architecture whose vendor would go blocks the deletion
 * unless it is deleted too. Ids that name nothing are passed over.
 */
export function planDeletion(document: Document, ids: readonly RecordId[]): DeletionPlan {
  const named = new Set(ids.filter((id) => document.records.has(id)))
  const gone = allGone(document, named)
  const paragraphs = new Set(
    [...gone].flatMap((id) => recordOfType(document, 'rule', id)?.provisions.map((each) => each.id) ?? []),
  )
  const asked: TapelineRecord[] = []
  const alsoDeleted: TapelineRecord[] = []
  const changed: DeletionPlan['changed'][number][] = []
  const blockers: DeletionPlan['blockers'][number][] = []
  for (const record of document.records.values()) {
    if (gone.has(record.id)) {
      if (named.has(record.id)) asked.push(record)
      else alsoDeleted.push(record)
      continue
    }
    const lost = referencesOf(record).filter(({ to }) => gone.has(to))
    const needed = lost.filter(({ path }) => NEEDED.includes(path))
    blockers.push(...needed.map(({ path, to }) => ({ record, path, needs: to })))
    const unnamed = withoutParagraphs(record, paragraphs)
    if (lost.length === needed.length && unnamed === record) continue
    const to = withoutReferences(unnamed, gone)
    changed.push({ from: record, to, paths: lost.map(({ path }) => path), unsupported: lostSupport(record, gone) })
  }
  return { asked, alsoDeleted, changed, blockers }
}

/**
 * Deletes records and does, in the same step, all that {@link planDeletion} says. Errors:
 * `not-found` where no id names a record; `still-needed`, naming the record that cannot do without.
 */
export function deleteRecords(document: Document, ids: readonly RecordId[]): Result<Change> {
  const { asked, alsoDeleted, changed, blockers } = planDeletion(document, ids)
  const [first, ...others] = asked
  if (first === undefined) return fail({ code: 'not-found', detail: 'no such record' })
  const [blocker] = blockers
  if (blocker !== undefined) {
    const { record, path, needs } = blocker
    return fail({ code: 'still-needed', record: record.id, path, detail: `cannot do without ${needs}` })
  }
  const edits: Record<string, Edit> = {}
  for (const record of [...asked, ...alsoDeleted]) edits[record.id] = { from: record, to: null }
  for (const { from, to } of changed) edits[from.id] = { from, to }
  return succeed({ label: { action: 'delete', subject: severalNames([first, ...others], document) }, edits })
}
