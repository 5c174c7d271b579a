import type { FigureSpec } from '../../domain/figure/figure-spec'
import type { Result } from '../../domain/model/problem'
import type { TapelineRecord } from '../../domain/model/record'
import type { FigureFile, FigureFormat, FigurePreview, FigureTools, PreviewPage } from './render-figure'

/** What the two ends of the thread that draws figures say to each other; all of it can be cloned. */
export type ToThread =
  /** Records follow in parts; what was handed over before is forgotten. */
  | { readonly say: 'state'; readonly state: string }
  | { readonly say: 'records'; readonly records: readonly TapelineRecord[] }
  | { readonly say: 'draw'; readonly id: number; readonly what: FigureFormat | PreviewPage; readonly spec: FigureSpec }
  | { readonly say: 'cancel'; readonly id: number }

export type FromThread =
  | { readonly say: 'progress'; readonly id: number; readonly share: number }
  | { readonly say: 'done'; readonly id: number; readonly result: Result<DrawnFigure> }

/** `Uint8Array`, because a `Buffer` is one after it was cloned. */
export type DrawnFile = Omit<FigureFile, 'bytes'> & { readonly bytes: Uint8Array }
export type DrawnFigure = FigurePreview | DrawnFile

export type ThreadData = FigureTools
