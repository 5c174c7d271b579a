import type { PlacedRecords } from '../../domain/model/placed-records'
import type { TapelineRecord } from '../../domain/model/record'
import type { Out } from '../../ipc/contract'
import type { RecordsToCome, WorkspaceNotice } from '../../ipc/values'
import type { CallError, Reply } from '../../ipc/reply'

/** How far a large document has come in. */
export interface Arrival {
  readonly done: number
  readonly total: number
  /** `arranging`: all is in, and what is drawn of it is being made. `stopped` by the user, `failed` and `too-large` by what is said beside. */
  readonly state: 'running' | 'arranging' | 'stopped' | 'failed' | 'too-large'
  readonly error: CallError | null
  readonly tooLarge: RecordsToCome['tooLarge']
}

/** Whether it goes on by itself. */
export const isComing = ({ state }: Arrival): boolean => state === 'running' || state === 'arranging'

export interface ArrivalHost {
  readonly ask: (reading: number, part: number) => Promise<Reply<Out<'workspace:part'>>>
  /** Waits until the page has nothing better to do. */
  readonly idle: () => Promise<void>
  /** Hears of every step. */
  readonly progress: (arrival: Arrival) => void
  /** Shows what is in. Settles when it is shown, or something else is to be. */
  readonly show: (parts: readonly PlacedRecords[]) => Promise<void>
  readonly ended: (notices: readonly WorkspaceNotice[]) => void
  /** The document is another one by now. */
  readonly stale: () => Promise<void>
}

/** From so many on it is shown before all is in, and then each time that there are three times as many. */
const SHOW_FROM = 100_000
const SHOW_GROWTH = 3
/** What little is missing is waited for. */
const WORTH_WAITING = 0.2

/** Asks for what `workspace:open` did not answer with, part by part, until it is stopped; and can go on then. */
export class Arriving {
  readonly parts: PlacedRecords[]
  private arrival: Arrival
  private part = 1
  private shown: number
  private turn = 0
  /** Asked for while the last one is read. */
  private asked: Promise<Reply<Out<'workspace:part'>>> | null = null

  constructor(
    first: PlacedRecords,
    private readonly toCome: RecordsToCome,
    private readonly host: ArrivalHost,
  ) {
    const { done, total, tooLarge } = toCome
    this.parts = [first]
    this.shown = done
    this.arrival = { done, total, state: tooLarge === null ? 'running' : 'too-large', error: null, tooLarge }
  }

  get now(): Arrival {
    return this.arrival
  }

  /** Asks on until all is in, or something comes between. */
  async run(): Promise<void> {
    if (this.toCome.tooLarge !== null) return
    this.turn += 1
    const mine = this.turn
    this.tell({ state: 'running', error: null })
    for (;;) {
      await this.host.idle()
      if (mine !== this.turn) return
      this.asked ??= this.ask()
      const reply = await this.asked
      if (mine !== this.turn) return
      this.asked = null
      if (!reply.ok) {
        if (reply.error.code === 'stale') await this.host.stale()
        else this.tell({ state: 'failed', error: reply.error })
        return
      }
      const { recordsText, placesText, done, isLast, notices } = reply.value
      this.part += 1
      if (!isLast) this.asked = this.ask()
      this.parts.push(placedOf(recordsText, placesText))
      this.tell({ done, state: isLast ? 'arranging' : 'running' })
      if (!isLast && !this.isWorthShowing(done)) continue
      await this.show()
      if (mine !== this.turn) return
      if (!isLast) continue
      this.turn += 1
      this.host.ended(notices)
      return
    }
  }

  /** What is in is shown; `run` goes on from there. */
  stop(): void {
    if (this.arrival.state !== 'running') return
    this.turn += 1
    this.tell({ state: 'stopped' })
    void this.show()
  }

  /** For good: nothing is told any more. */
  abandon(): void {
    this.turn += 1
  }

  private ask(): Promise<Reply<Out<'workspace:part'>>> {
    return this.host.ask(this.toCome.reading, this.part)
  }

  private tell(change: Partial<Arrival>): void {
    this.arrival = { ...this.arrival, ...change }
    this.host.progress(this.arrival)
  }

  private show(): Promise<void> {
    this.shown = this.arrival.done
    return this.host.show([...this.parts])
  }

  private isWorthShowing(done: number): boolean {
    const missing = this.arrival.total - done
    return done >= SHOW_FROM && done >= this.shown * SHOW_GROWTH && missing > this.arrival.total * WORTH_WAITING
  }
}

/** Texts that main made of records it has checked. */
export function placedOf(recordsText: string, placesText: string): PlacedRecords {
  return { records: JSON.parse(recordsText) as TapelineRecord[], places: JSON.parse(placesText) as number[] }
}
