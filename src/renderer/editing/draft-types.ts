import type { AnnotationTarget, CanvasPlace } from '../../domain/model/annotation'
import type { Names } from '../../domain/model/names'
import type { Provision } from '../../domain/model/rule'
import type { SpecValue } from '../../domain/model/spec-value'

/** What stands in the fields of a form, by the field's key; texts as they were typed. */
export type Draft = Readonly<Record<string, unknown>>

export type NamesDraft = Names

export interface TargetDraft {
  readonly kind: AnnotationTarget['kind']
  readonly record: string
  readonly date: string
  /** A place of the canvas, which is set by pointing at it. */
  readonly kept?: CanvasPlace
}

/** One figure as it is typed; what the form does not show of it comes along in `kept`. */
export interface SpecDraft {
  readonly row: number
  readonly metric: string
  readonly value: string
  readonly condition: readonly string[]
  readonly confidence: string
  readonly sources: readonly string[]
  readonly preferred: boolean
  readonly kept: Partial<SpecValue>
}

/** One paragraph of a rule as it is typed; its test and the conditions of its outcome stay in `kept`. */
export interface ProvisionDraft {
  readonly row: number
  readonly reference: string
  readonly words: NamesDraft
  readonly destinations: string
  readonly step: string
  readonly chips: readonly string[]
  readonly sources: readonly string[]
  /** Ids of paragraphs, one on each line. */
  readonly replaces: string
  readonly overrides: string
  readonly kept: Partial<Provision>
}
