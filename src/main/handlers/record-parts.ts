import type { Problem } from '../../domain/model/problem'
import type { TapelineRecord } from '../../domain/model/record'
import type { DocumentStore, RecordReading } from '../store/document-store'

/** Where reading one takes longer than the first picture of another, it goes in parts. */
export const WHOLE_AT_MOST = 6_000
const SAMPLE_ROWS = 4_000
/** More than the first of the two kinds of batches ever has (see `RecordReading`): it comes whole. */
const FIRST_MOST = 4 * SAMPLE_ROWS

/** So that to read one out of its JSON takes the page less than a frame. */
const PART_ROWS = 4_000
const PART_CHARACTERS = 2_000_000
/** So that main answers another window, or Chromium, after some milliseconds. */
const BATCH_ROWS = 500
/** How many parts lie ready while the page is busy: what it does not take is not read. */
const AHEAD = 5

export interface RecordsPart {
  readonly recordsText: string
  readonly placesText: string
  readonly done: number
  readonly isLast: boolean
}

/** A large document, read a part at a time and no further than its window asks. */
export class RecordParts {
  readonly total: number
  /** Of all parts read until now. */
  readonly problems: Problem[] = []
  private readonly reading: RecordReading
  private readonly parts = new Map<number, Promise<RecordsPart | 'stale'>>()
  private last: Promise<unknown> = Promise.resolve()
  private begun = -1
  private given = -1
  private done = 0
  private ended = false
  private stopped = false

  constructor(
    store: DocumentStore,
    readonly id: number,
  ) {
    this.total = store.rowCount()
    this.reading = store.reading(SAMPLE_ROWS)
  }

  /**
   * The part with what a first picture needs: number 0. Read in one go, because nothing can be shown before; then 1, 2, …
   * The one that was asked for last may be asked for again; `stale` for any other, and for a document edited meanwhile.
   */
  part(number: number): Promise<RecordsPart | 'stale'> {
    if ((number !== this.given && number !== this.given + 1) || this.reading.changed()) return STALE
    this.parts.delete(number - 1)
    this.given = number
    this.readUpTo(number)
    const part = this.parts.get(number) ?? STALE
    // The first picture has this thread's time for itself.
    if (number > 0) void part.then(() => this.readUpTo(number + AHEAD))
    return part
  }

  /** Called when the first part was handed over: the page is busy with it, this thread is not. */
  readAhead(): void {
    this.readUpTo(AHEAD)
  }

  stop(): void {
    this.stopped = true
    this.parts.clear()
  }

  private readUpTo(number: number): void {
    while (this.begun < number) {
      this.begun += 1
      const isFirst = this.begun === 0
      const part = this.last.then(() => this.collect(isFirst))
      // Whoever asks for it hears of it.
      part.catch(() => undefined)
      this.parts.set(this.begun, part)
      this.last = part.catch(() => undefined)
    }
  }

  private async collect(isFirst: boolean): Promise<RecordsPart | 'stale'> {
    const texts: string[] = []
    const places: number[] = []
    let [rows, characters] = [0, 0]
    while (!this.ended && rows < (isFirst ? 1 : PART_ROWS) && characters < PART_CHARACTERS) {
      if (!isFirst) await breath()
      if (this.stopped) return 'stale'
      const batch = this.reading.next(isFirst ? FIRST_MOST : BATCH_ROWS)
      if (batch === 'changed') return 'stale'
      if (batch === null) {
        this.ended = true
        break
      }
      rows += batch.rows
      this.problems.push(...batch.problems)
      for (const place of batch.places) places.push(place)
      const text = textOf(batch.records)
      if (text !== '') texts.push(text)
      characters += text.length
    }
    this.done += rows
    // So the part with the last row says so itself, and nobody has to ask for an empty one.
    this.ended ||= this.done >= this.total
    return {
      recordsText: `[${texts.join(',')}]`,
      placesText: `[${places.join(',')}]`,
      done: this.done,
      isLast: this.ended,
    }
  }
}

const STALE = Promise.resolve('stale' as const)

/** The inside of a JSON list. */
const textOf = (records: readonly TapelineRecord[]): string => JSON.stringify(records).slice(1, -1)

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
