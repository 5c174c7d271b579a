import { findingChanges } from '../model/changed-records'
import { EMPTY_DOCUMENT, type Document } from '../model/document'
import type { RecordId } from '../model/ids'
import { MANY_IN_A_PART, toTheEnd, type InParts } from '../model/in-parts'
import type { TapelineRecord } from '../model/record'
import { fold, searchTerms } from './fold'
import { FoundInOrder } from './found-in-order'
import { Hits, NO_HITS, type HitSource } from './hits'
import { holderOf } from './record-texts'
import { CHUNK_RECORDS, TextChunk, type Asked } from './text-chunk'
import { BETWEEN } from './text-run'

/** The number of a record is its chunk times this and its place in it. */
const NUMBERS_PER_CHUNK = 1024
/** As many queries as one steps back through with the backspace key. */
const MOST_ANSWERS = 12

interface Answer extends Asked {
  readonly hits: Hits
  /** The numbers of its records, rising. */
  readonly numbers: Uint32Array
  /** Of each chunk that has any, where its numbers begin and end. */
  readonly parts: ReadonlyMap<TextChunk, readonly [from: number, to: number]>
}

/**
 * All texts of a document in the form they are searched in. `follow` says which document; the texts are read by
 * `step`, some hundred records at a time, so that whoever asks can do other things in between. After an edit only
 * the chunks of the records that changed are read again. Until all is read, a search finds what has been read.
 */
export class TextIndex {
  private document: Document = EMPTY_DOCUMENT
  /** What finds out what is to be read, until that is known. */
  private finding: InParts<void> | null = null
  private chunks: readonly TextChunk[] = []
  /** By number of the chunk: the records that are still to be read into it. */
  private readonly waiting = new Map<number, readonly TapelineRecord[]>()
  /** Notes and links by what they stand on or begin at, whether that is there or not. */
  private held = new Map<RecordId, TapelineRecord[]>()
  private readonly numbers = new Map<RecordId, number>()
  private answers: readonly Answer[] = []

  /** Whether all of the document has been read. */
  get isReady(): boolean {
    return this.finding === null && this.waiting.size === 0
  }

  /** From now on it is this document that is searched, as far as `step` has come. */
  follow(document: Document): void {
    if (this.finding !== null) toTheEnd(this.finding)
    this.finding = document === this.document ? null : this.following(document)
  }

  private *following(document: Document): InParts<void> {
    const { removed, added, replaced, inOrder } = yield* findingChanges(this.document, document)
    this.document = document
    const all = [...removed, ...added, ...replaced.flatMap(({ from, to }) => [from, to])]
    if (all.length > MANY_IN_A_PART) yield
    if (all.some((record) => targetOf(record) !== null)) this.held = yield* findingHeld(document)
    if (!inOrder || all.length > document.records.size / 4) {
      yield* this.beginning()
      return
    }
    const stale = new Set<RecordId>()
    for (const record of all) {
      stale.add(record.id)
      const target = targetOf(record)
      if (target !== null) stale.add(target)
    }
    // A note whose record comes or goes is found there, or by itself.
    for (const { id } of [...removed, ...added]) for (const note of this.held.get(id) ?? []) stale.add(note.id)
    this.readAgain(stale)
    this.append(added.filter(({ type }) => type !== 'link'))
    for (const { id } of removed) this.numbers.delete(id)
  }

  /** Finds out what is to be read or reads some hundred records; whether there are more. */
  step(): boolean {
    if (this.finding !== null) {
      if (this.finding.next().done !== true) return true
      this.finding = null
    }
    const [next] = this.waiting
    if (next === undefined) return false
    const [number, records] = next
    this.waiting.delete(number)
    const chunk = new TextChunk(records, (record) => this.sourcesOf(record))
    this.chunks = Object.assign([...this.chunks], { [number]: chunk })
    for (const [place, { id }] of records.entries()) this.numbers.set(id, number * NUMBERS_PER_CHUNK + place)
    this.answers = []
    return this.waiting.size > 0
  }

  /** Reads all that is left. */
  finish(): this {
    while (this.step());
    return this
  }

  /**
   * The records in which every word of the query occurs somewhere, letters of either case, full or
   * half width, two Chinese characters as well as ten. Grouped by type; a type in which a record is called
   * just that comes first; within it by how well the hit names the record (a name or alias that is the query itself,
   * then a name that begins with it, a name, an alias, a summary …), then as in the document.
   * A blank query finds nothing.
   */
  search(query: string): Hits {
    const asked = { terms: searchTerms(query), whole: fold(query).trim() }
    if (asked.terms.length === 0 || asked.whole.includes(BETWEEN)) return NO_HITS
    const known = this.answers.find(({ terms, whole }) => whole === asked.whole && sameTerms(terms, asked.terms))
    if (known !== undefined) return known.hits
    const answer = this.answer(asked)
    this.answers = [answer, ...this.answers].slice(0, MOST_ANSWERS)
    return answer.hits
  }

  private answer(asked: Asked): Answer {
    // What holds a longer word holds each part of it: so as one types, no more is found than before.
    const wider = this.answers.find(({ terms }) =>
      terms.every((term) => asked.terms.some((longer) => longer.includes(term))),
    )
    const found = new FoundInOrder(this.chunks.length * CHUNK_RECORDS)
    const parts = new Map<TextChunk, readonly [number, number]>()
    for (const [at, chunk] of this.chunks.entries()) {
      const part = wider?.parts.get(chunk)
      if (wider !== undefined && part === undefined) continue
      const from = found.length
      chunk.search(asked, at * NUMBERS_PER_CHUNK, wider && part ? wider.numbers.subarray(...part) : null, found)
      if (found.length > from) parts.set(chunk, [from, found.length])
    }
    const { numbers, groups } = found.inOrder()
    const hits = new Hits(numbers, groups, this.sourceFor(asked))
    return { ...asked, parts, numbers: found.inDocumentOrder(), hits }
  }

  /** Of the texts as they are now, whatever is read later. */
  private sourceFor(asked: Asked): HitSource {
    const { chunks } = this
    const chunkOf = (number: number): TextChunk => {
      const chunk = chunks[Math.floor(number / NUMBERS_PER_CHUNK)]
      if (chunk === undefined) throw new Error(`no text was read for hit ${String(number)}`)
      return chunk
    }
    const recordOf = (number: number): TapelineRecord => {
      const record = chunkOf(number).records[number % NUMBERS_PER_CHUNK]
      if (record === undefined) throw new Error(`no record was read for hit ${String(number)}`)
      return record
    }
    return {
      recordOf,
      fieldOf: (number) => chunkOf(number).field(number % NUMBERS_PER_CHUNK, asked),
      numberOf: (record) => this.numbers.get(record),
    }
  }

  private *beginning(): InParts<void> {
    this.chunks = []
    this.answers = []
    this.waiting.clear()
    this.numbers.clear()
    const read: TapelineRecord[] = []
    let seen = 0
    for (const record of this.document.records.values()) {
      if (record.type !== 'link') read.push(record)
      if (++seen % MANY_IN_A_PART === 0) yield
    }
    this.append(read)
  }

  private readAgain(stale: ReadonlySet<RecordId>): void {
    const chunks = new Set<number>()
    for (const id of stale) {
      const number = this.numbers.get(id)
      if (number !== undefined) chunks.add(Math.floor(number / NUMBERS_PER_CHUNK))
    }
    for (const at of [...chunks, ...this.waiting.keys()])
      this.waiting.set(
        at,
        (this.waiting.get(at) ?? this.chunks[at]?.records ?? []).flatMap(
          ({ id }) => this.document.records.get(id) ?? [],
        ),
      )
  }

  /** Puts records behind all others. */
  private append(records: readonly TapelineRecord[]): void {
    if (records.length === 0) return
    const last = Math.max(this.chunks.length, ...[...this.waiting.keys()].map((at) => at + 1)) - 1
    const inLast = this.waiting.get(last) ?? this.chunks[last]?.records ?? []
    const room = last < 0 ? 0 : Math.max(CHUNK_RECORDS - inLast.length, 0)
    if (room > 0) this.waiting.set(last, [...inLast, ...records.slice(0, room)])
    let at = last + 1
    for (let from = room; from < records.length; from += CHUNK_RECORDS)
      this.waiting.set(at++, records.slice(from, from + CHUNK_RECORDS))
  }

  private sourcesOf(record: TapelineRecord): readonly TapelineRecord[] {
    const held = this.held.get(record.id) ?? []
    return holderOf(record, this.document) === record.id ? [record, ...held] : held
  }
}

/** Reads a whole document at once. */
export function textIndex(document: Document): TextIndex {
  const index = new TextIndex()
  index.follow(document)
  return index.finish()
}

const sameTerms = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((term, at) => term === b[at])

/** What a note stands on or a link begins at; null for all other records. */
function targetOf(record: TapelineRecord): RecordId | null {
  if (record.type === 'annotation') return record.target.kind === 'record' ? record.target.record : null
  return record.type === 'link' ? record.from : null
}

function* findingHeld(document: Document): InParts<Map<RecordId, TapelineRecord[]>> {
  const held = new Map<RecordId, TapelineRecord[]>()
  let seen = 0
  for (const record of document.records.values()) {
    if (++seen % MANY_IN_A_PART === 0) yield
    const target = targetOf(record)
    if (target === null) continue
    const list = held.get(target)
    if (list === undefined) held.set(target, [record])
    else list.push(record)
  }
  return held
}
