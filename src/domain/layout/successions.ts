import type { RecordId } from '../model/ids'
import type { RecordOf, TapelineRecord } from '../model/record'
import type { EdtfDate } from '../time/edtf'
import type { Turn } from '../time/turn'
import { readDates } from './drawn-dates'
import { earlierOf, NEVER, turnOfBinding } from './rule-life'

/** What comes after a record and ends it. */
export interface Succession {
  /** The earliest date on which a successor of an architecture became available. */
  readonly successor?: EdtfDate | undefined
  /** From when the first rule binds that takes the place of a rule. */
  readonly superseded?: Turn | undefined
}

const NOTHING: Succession = {}

/** Which records end others in a document that is edited. */
export class Successions {
  private readonly architectures = new Map<RecordId, RecordOf<'architecture'>>()
  private readonly rules = new Map<RecordId, RecordOf<'rule'>>()
  private found = new Map<RecordId, Succession>()
  private isStale = false

  of(id: RecordId): Succession {
    return this.found.get(id) ?? NOTHING
  }

  change(from: TapelineRecord | undefined, to: TapelineRecord | undefined): void {
    for (const [record, isThere] of [
      [from, false],
      [to, true],
    ] as const) {
      if (record?.type === 'architecture' && record.predecessor !== undefined) {
        if (isThere) this.architectures.set(record.id, record)
        else this.architectures.delete(record.id)
      } else if (record?.type === 'rule' && record.supersedes.length > 0) {
        if (isThere) this.rules.set(record.id, record)
        else this.rules.delete(record.id)
      } else continue
      this.isStale = true
    }
  }

  /** Works out anew what ends what, and tells whose end has become another. */
  follow(): RecordId[] {
    if (!this.isStale) return []
    this.isStale = false
    const before = this.found
    this.found = this.all()
    return [...new Set([...before.keys(), ...this.found.keys()])].filter(
      (id) => !isSame(before.get(id), this.found.get(id)),
    )
  }

  private all(): Map<RecordId, Succession> {
    const found = new Map<RecordId, Succession>()
    for (const record of this.architectures.values()) {
      const { begun, announced } = readDates(record)
      const date = begun ?? announced
      if (date === undefined || record.predecessor === undefined) continue
      const known = found.get(record.predecessor)?.successor
      if (known === undefined || isBefore(date, known)) found.set(record.predecessor, { successor: date })
    }
    for (const record of this.rules.values()) {
      const binds = turnOfBinding(record.form, readDates(record))
      for (const id of record.supersedes)
        if (id !== record.id) found.set(id, { superseded: earlierOf(found.get(id)?.superseded ?? NEVER, binds) })
    }
    return found
  }
}

/** Of two that begin alike the one that ends first, then by text: in what order records were edited decides nothing. */
const isBefore = (a: EdtfDate, b: EdtfDate): boolean =>
  a.earliest !== b.earliest ? a.earliest < b.earliest : a.latest !== b.latest ? a.latest < b.latest : a.text < b.text

const isSame = (a: Succession = NOTHING, b: Succession = NOTHING): boolean =>
  a.successor?.text === b.successor?.text &&
  a.superseded?.first === b.superseded?.first &&
  a.superseded?.certain === b.superseded?.certain
