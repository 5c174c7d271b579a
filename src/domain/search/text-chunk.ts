import type { TapelineRecord } from '../model/record'
import { fold } from './fold'
import { typeNumberOf, type FoundInOrder } from './found-in-order'
import { LetterRanks } from './letter-ranks'
import { EXACT, fieldRank, isName, leastRank } from './rank'
import { recordTexts, TEXT_FIELDS, type TextField } from './record-texts'
import { BETWEEN, TextRun } from './text-run'

/** Records whose texts are read together: few enough that an edit folds them anew within a frame. */
export const CHUNK_RECORDS = 512

const NO_RANK = 0xffff

const isWide = (text: string): boolean => /[^\0-\xff]/.test(text)

/** A query as it is compared: its words, and all of it as it was typed. */
export interface Asked {
  readonly terms: readonly string[]
  readonly whole: string
}

/** Used by one search at a time. */
const ranks = new Uint16Array(CHUNK_RECORDS)
const heldTerms = new Uint16Array(CHUNK_RECORDS)
const among = new Uint16Array(CHUNK_RECORDS)
let [heldInField, beginsField] = [new Uint16Array(0), new Uint8Array(0)]

/**
 * The texts of some hundred records in the form they are searched in: two long strings, with where each field
 * begins. So the search is the engine's own, and no record needs objects of its own. What has letters beyond
 * Latin-1 is a string of its own: Chinese words are not sought in the other, which takes half the room.
 */
export class TextChunk {
  private readonly latin: TextRun
  private readonly wide: TextRun
  /** What each field is: a place in `TEXT_FIELDS`. */
  private readonly kinds: Uint8Array
  private readonly isWide: Uint8Array
  /** The place of each field in its run. */
  private readonly placeInRun: Uint32Array
  /** The first field of each record; one more at the end. */
  private readonly firstField: Uint32Array
  private readonly types: Uint8Array
  private readonly letters: LetterRanks
  /** What is found in the place of a record, where that is not its own text alone. */
  private readonly sources = new Map<number, readonly TapelineRecord[]>()

  /** `sourcesOf`: the records whose texts are found in the place of this one. */
  constructor(
    readonly records: readonly TapelineRecord[],
    sourcesOf: (record: TapelineRecord) => readonly TapelineRecord[],
  ) {
    const kinds: number[] = []
    const runs: [string[], string[]] = [[], []]
    const fields: [number[], number[]] = [[], []]
    const firstOf: [number[], number[]] = [[0], [0]]
    const [wide, places]: [number[], number[]] = [[], []]
    this.firstField = new Uint32Array(records.length + 1)
    this.types = Uint8Array.from(records, ({ type }) => typeNumberOf(type))
    this.letters = new LetterRanks(records.length)
    for (const [place, record] of records.entries()) {
      const sources = sourcesOf(record)
      if (sources.length !== 1 || sources[0] !== record) this.sources.set(place, sources)
      for (const { field, text } of recordTexts(sources)) {
        const folded = fold(text)
        const run = isWide(folded) ? 1 : 0
        const kind = TEXT_FIELDS.indexOf(field)
        wide.push(run)
        places.push(runs[run].length)
        runs[run].push(folded)
        fields[run].push(kinds.length)
        kinds.push(kind)
        const atBegin = folded.length === 1 && isName(kind) ? EXACT : fieldRank(kind, 0, true)
        this.letters.read(place, folded, atBegin, fieldRank(kind, 0, false))
      }
      this.firstField[place + 1] = kinds.length
      for (const run of [0, 1] as const) firstOf[run].push(runs[run].length)
    }
    this.kinds = Uint8Array.from(kinds)
    this.isWide = Uint8Array.from(wide)
    this.placeInRun = Uint32Array.from(places)
    this.latin = new TextRun(runs[0], fields[0], firstOf[0])
    this.wide = new TextRun(runs[1], fields[1], firstOf[1])
  }

  /**
   * Adds each record that holds every term, in order, and its rank: lower is better. `first`: the number of the
   * chunk's first record. `hits`: numbers of records beside which none can be found.
   */
  search(asked: Asked, first: number, hits: Uint32Array | null, found: FoundInOrder): void {
    const narrowed = hits === null ? null : among.subarray(0, hits.length)
    for (let place = 0; place < (hits?.length ?? 0); place += 1) among[place] = at(hits ?? [], place) - first
    const [term = BETWEEN] = asked.terms
    if (asked.terms.length > 1) this.rankByAll(asked, narrowed)
    else if (asked.whole !== term || !this.letters.of(term, ranks, NO_RANK)) this.rankByOne(term, asked, narrowed)
    for (let place = 0; place < this.records.length; place += 1) {
      const rank = at(ranks, place)
      if (rank !== NO_RANK) found.add(at(this.types, place), rank, first + place)
    }
  }

  /** The field that shows a hit best. The texts are asked for again: to keep them all would double the memory. */
  field(place: number, asked: Asked): TextField {
    const sources = this.sources.get(place) ?? this.records.slice(place, place + 1)
    const field = recordTexts(sources)[this.best(place, asked)]
    if (field === undefined) throw new Error(`${this.records[place]?.id ?? 'a record'} has no text that was found`)
    return field
  }

  private rankByOne(term: string, asked: Asked, narrowed: Uint16Array | null): void {
    ranks.fill(NO_RANK)
    for (const run of [this.latin, this.wide])
      run.each(
        term,
        (record, field, begins) => {
          const best = at(ranks, record)
          // With the rank of a name there is nothing more to learn but that another is the whole query.
          if (best > leastRank(at(this.kinds, field)))
            ranks[record] = Math.min(best, this.rankOf(field, run, 0, begins, asked))
          return true
        },
        narrowed,
      )
  }

  private rankByAll(asked: Asked, narrowed: Uint16Array | null): void {
    const fields = this.kinds.length
    if (heldInField.length < fields) [heldInField, beginsField] = [new Uint16Array(fields), new Uint8Array(fields)]
    ranks.fill(NO_RANK)
    heldTerms.fill(0)
    heldInField.fill(0)
    beginsField.fill(0)
    for (const [nth, term] of asked.terms.entries())
      for (const run of [this.latin, this.wide])
        run.each(
          term,
          (record, field, begins) => {
            if (heldTerms[record] === nth) heldTerms[record] = nth + 1
            heldInField[field] = at(heldInField, field) + 1
            if (begins) beginsField[field] = 1
            return true
          },
          narrowed,
        )
    for (let place = 0; place < this.records.length; place += 1)
      if (heldTerms[place] === asked.terms.length) ranks[place] = this.rankOfRecord(place, asked)
  }

  private rankOfRecord(place: number, asked: Asked): number {
    let best = NO_RANK
    for (let field = at(this.firstField, place); field < at(this.firstField, place + 1); field += 1) {
      const held = at(heldInField, field)
      if (held === 0) continue
      const rank = this.rankOf(field, this.runOf(field), asked.terms.length - held, beginsField[field] === 1, asked)
      best = Math.min(best, rank)
    }
    return best
  }

  /** The field with most of the terms; among equals the most telling one, then the first: its place in the record. */
  private best(place: number, asked: Asked): number {
    const from = at(this.firstField, place)
    let best = { field: 0, rank: NO_RANK }
    for (let field = from; field < at(this.firstField, place + 1); field += 1) {
      const run = this.runOf(field)
      const text = run.textOf(at(this.placeInRun, field))
      const held = asked.terms.filter((term) => text.includes(term))
      if (held.length === 0) continue
      const begins = held.some((term) => text.startsWith(term))
      const rank = this.rankOf(field, run, asked.terms.length - held.length, begins, asked)
      if (rank < best.rank) best = { field: field - from, rank }
    }
    return best.field
  }

  private rankOf(field: number, run: TextRun, lacking: number, begins: boolean, { whole }: Asked): number {
    const kind = at(this.kinds, field)
    if (isName(kind) && run.isText(at(this.placeInRun, field), whole)) return EXACT
    return Math.min(fieldRank(kind, lacking, begins), NO_RANK - 1)
  }

  private runOf(field: number): TextRun {
    return this.isWide[field] === 1 ? this.wide : this.latin
  }
}

const at = (list: ArrayLike<number>, place: number): number => list[place] ?? Infinity
