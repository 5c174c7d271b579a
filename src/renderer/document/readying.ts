import { sortingByType, type Document } from '../../domain/model/document'
import type { InParts } from '../../domain/model/in-parts'
import { InSlices } from '../idle/in-slices'
import { watchUse } from '../idle/in-use'

/** Works out in parts what will be asked for as soon as a document is shown. */
export type MakeReady = (document: Document) => InParts<unknown>

/**
 * Makes a document of very many records, and what is drawn of it, between frames: all at once when it is shown, that
 * would keep the window still for seconds.
 */
export class Readying {
  private readonly makers = new Set<MakeReady>()
  private leave: (() => void) | null = null
  private readonly isInUse = watchUse()

  /** Returns how to take it out again. */
  add(maker: MakeReady): () => void {
    this.makers.add(maker)
    return () => this.makers.delete(maker)
  }

  /** The document once all is there; null if another is asked for before that. Rejects with what making it throws. */
  of(making: InParts<Document>): Promise<Document | null> {
    this.cancel()
    const work = this.working(making)
    return new Promise((resolve, reject) => {
      const step = (): boolean => {
        try {
          const { done, value } = work.next()
          if (done === true) resolve(value)
          return done !== true
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
          return false
        }
      }
      const slices = new InSlices(step, () => (this.leave = null), this.isInUse)
      this.leave = () => {
        slices.stop()
        resolve(null)
      }
      slices.start(true)
    })
  }

  cancel(): void {
    this.leave?.()
    this.leave = null
  }

  private *working(making: InParts<Document>): InParts<Document> {
    const document = yield* making
    yield* sortingByType(document)
    for (const maker of this.makers) yield* maker(document)
    return document
  }
}
