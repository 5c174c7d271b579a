const DIGIT_0 = 48
const LETTER_A = 97
const DIGITS = 10
const LETTERS = 26
const NONE = 0xff

/** The slot of a digit or a small letter of the alphabet; -1 for everything else. */
function slotOf(code: number): number {
  if (code >= LETTER_A && code < LETTER_A + LETTERS) return code - LETTER_A
  return code >= DIGIT_0 && code < DIGIT_0 + DIGITS ? LETTERS + code - DIGIT_0 : -1
}

/**
 * For each letter and digit how well each record of a chunk is found by it. A single letter finds most records, and
 * to look it up in all their texts takes longer than any other query; it is what every query begins with.
 */
export class LetterRanks {
  private readonly ranks: Uint8Array

  constructor(private readonly records: number) {
    this.ranks = new Uint8Array((LETTERS + DIGITS) * records).fill(NONE)
  }

  /** Reads a folded text of a record. Ranks are below 255; lower is better. */
  read(record: number, text: string, rankAtBegin: number, rankElsewhere: number): void {
    for (let place = 0; place < text.length; place += 1) {
      const slot = slotOf(text.charCodeAt(place))
      if (slot < 0) continue
      const rank = place === 0 ? rankAtBegin : rankElsewhere
      const cell = slot * this.records + record
      if (rank < (this.ranks[cell] ?? 0)) this.ranks[cell] = rank
    }
  }

  /** The rank of each record, `none` where it lacks the term; null if the term is not a single letter or digit. */
  of(term: string, into: Uint16Array, none: number): boolean {
    const slot = term.length === 1 ? slotOf(term.charCodeAt(0)) : -1
    if (slot < 0) return false
    for (let record = 0; record < this.records; record += 1) {
      const rank = this.ranks[slot * this.records + record] ?? NONE
      into[record] = rank === NONE ? none : rank
    }
    return true
  }
}
