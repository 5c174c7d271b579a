import type { TapelineRecord } from '../model/record'
import { fold } from './fold'
import { recordTexts, TEXT_FIELDS, type TextField } from './record-texts'
import { BETWEEN, TextRun } from './text-run'

/** Records whose texts are read together: few enough that an edit folds them anew within a frame. */
export const CHUNK_RECORDS = 512

/** The rank of a name or alias that is the query itself: before all others. */
export const EXACT = 0
/** Added to the rank of a field for each term that it lacks. */
const LACKING = 100
const NO_RANK = 0xffff

const NAMES: ReadonlySet<number> = new Set([TEXT_FIELDS.indexOf('name'), TEXT_FIELDS.indexOf('alias')])
const isWide = (text: string): boolean => /[^\0-\xff]/.test(text)

/** A query as it is compared: its words, and all of it as it was typed. */
export interface Asked {
  readonly terms: readonly string[]
  readonly whole: string
}

/** Used by one search at a time. */
const ranks = new Uint16Array(CHUNK_RECORDS)
const heldTerms = new Uint16Array(CHUNK_RECORDS)

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
    const [wide, places]: [number[], number[]] = [[], []]
    this.firstField = new Uint32Array(records.length + 1)
    for (const [place, record] of records.entries()) {
      const sources = sourcesOf(record)
      if (sources.length !== 1 || sources[0] !== record) this.sources.set(place, sources)
      for (const { field, text } of recordTexts(sources)) {
        const folded = fold(text)
        const run = isWide(folded) ? 1 : 0
        wide.push(run)
        places.push(runs[run].length)
        runs[run].push(folded)
        fields[run].push(kinds.length)
        kinds.push(TEXT_FIELDS.indexOf(field))
      }
      this.firstField[place + 1] = kinds.length
    }
    this.kinds = Uint8Array.from(kinds)
    this.isWide = Uint8Array.from(wide)
    this.placeInRun = Uint32Array.from(places)
    this.latin = new TextRun(runs[0], fields[0])
    this.wide = new TextRun(runs[1], fields[1])
  }

  /** Tells of each record that holds every term, in order, and its rank: lower is better. */
  search(asked: Asked, found: (place: number, rank: number) => void): void {
    if (asked.terms.length === 1) this.rankByOne(asked)
    else this.rankByAll(asked)
    for (let place = 0; place < this.records.length; place += 1) {
      const rank = at(ranks, place)
      if (rank !== NO_RANK) found(place, rank)
    }
  }

  /** The field that shows a hit best. The texts are asked for again: to keep them all would double the memory. */
  field(place: number, asked: Asked): TextField {
    const sources = this.sources.get(place) ?? this.records.slice(place, place + 1)
    const field = recordTexts(sources)[this.best(place, asked).field]
    if (field === undefined) throw new Error(`${this.records[place]?.id ?? 'a record'} has no text that was found`)
    return field
  }

  private rankByOne(asked: Asked): void {
    ranks.fill(NO_RANK)
    const [term = BETWEEN] = asked.terms
    for (const run of [this.latin, this.wide]) {
      let place = 0
      run.each(term, (field, inRun, begins) => {
        while (at(this.firstField, place + 1) <= field) place += 1
        const best = at(ranks, place)
        // With the rank of a name there is nothing more to learn but that another is the whole query.
        if (best > this.leastRank(field))
          ranks[place] = Math.min(best, this.rankOf(field, inRun, run, 0, begins, asked))
      })
    }
  }

  private rankByAll(asked: Asked): void {
    ranks.fill(NO_RANK)
    heldTerms.fill(0)
    for (const [nth, term] of asked.terms.entries())
      for (const run of [this.latin, this.wide]) {
        let place = 0
        run.each(term, (field) => {
          while (at(this.firstField, place + 1) <= field) place += 1
          if (heldTerms[place] === nth) heldTerms[place] = nth + 1
        })
      }
    for (let place = 0; place < this.records.length; place += 1)
      if (heldTerms[place] === asked.terms.length) ranks[place] = this.best(place, asked).rank
  }

  /** The field with most of the terms; among equals the most telling one, then the first. */
  private best(place: number, asked: Asked): { readonly field: number; readonly rank: number } {
    const { terms } = asked
    const from = at(this.firstField, place)
    let best = { field: 0, rank: NO_RANK }
    for (let field = from; field < at(this.firstField, place + 1); field += 1) {
      const run = this.isWide[field] === 1 ? this.wide : this.latin
      const inRun = at(this.placeInRun, field)
      const text = run.textOf(inRun)
      let held = 0
      let begins = false
      for (const term of terms) {
        if (!text.includes(term)) continue
        held += 1
        begins ||= text.startsWith(term)
      }
      if (held === 0) continue
      const rank = this.rankOf(field, inRun, run, terms.length - held, begins, asked)
      if (rank < best.rank) best = { field: field - from, rank }
    }
    return best
  }

  private rankOf(
    field: number,
    inRun: number,
    run: TextRun,
    lacking: number,
    begins: boolean,
    { whole }: Asked,
  ): number {
    const kind = at(this.kinds, field)
    if (NAMES.has(kind) && run.isText(inRun, whole)) return EXACT
    return Math.min(EXACT + 1 + lacking * LACKING + kind * 2 + (begins ? 0 : 1), NO_RANK - 1)
  }

  private leastRank(field: number): number {
    const kind = at(this.kinds, field)
    return NAMES.has(kind) ? EXACT : EXACT + 1 + kind * 2
  }
}

const at = (list: Uint32Array | Uint16Array | Uint8Array, place: number): number => list[place] ?? Infinity
