import type { RecordId } from '../model/ids'
import { catchOf } from './catch'
import type { ControlsIndex } from './controls-index'

/** Which chips a paragraph catches once its rule is in force, wherever they go; in the order of the document. */
export interface ParagraphCatches {
  readonly caught: readonly RecordId[]
  /** Chips of which a figure is missing that would say. */
  readonly open: readonly RecordId[]
  /** How many chips there are. */
  readonly of: number
}

/**
 * The chips that a paragraph catches. Null where it can be held against none: it is about other things than chips, or
 * has neither a test in figures nor names, or is not there.
 */
export function paragraphCatches(index: ControlsIndex, paragraph: RecordId): ParagraphCatches | null {
  const entry = index.rulebook.provisions.find(({ provision }) => provision.id === paragraph)
  if (entry === undefined) return null
  const held = [...index.chips.values()].map(({ chip }) => ({ id: chip.id, ...catchOf(entry, chip) }))
  const those = (truth: 'met' | 'undetermined'): RecordId[] =>
    held.filter(({ caught }) => caught === truth).map(({ id }) => id)
  return { caught: those('met'), open: those('undetermined'), of: held.length }
}

/** What an edit makes of the chips of a paragraph. Null, where it could be held against none, catches none. */
export interface CatchesMoved {
  readonly gained: readonly RecordId[]
  readonly lost: readonly RecordId[]
  /** Were settled, and hang on a missing figure now. */
  readonly opened: readonly RecordId[]
}

/** Chips that are caught now and were not, or were and are not; what was undetermined was not caught. */
export function catchesMoved(before: ParagraphCatches | null, after: ParagraphCatches | null): CatchesMoved {
  const [was, is] = [new Set(before?.caught), new Set(after?.caught)]
  const [wasOpen, isOpen] = [new Set(before?.open), new Set(after?.open)]
  return {
    gained: [...is].filter((id) => !was.has(id)),
    lost: [...was].filter((id) => !is.has(id) && !isOpen.has(id)),
    opened: [...isOpen].filter((id) => !wasOpen.has(id)),
  }
}
