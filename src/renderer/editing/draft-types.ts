import type { AnnotationTarget, CanvasPlace } from '../../domain/model/annotation'
import type { Disagreement } from '../../domain/model/evidence'
import type { Names } from '../../domain/model/names'
import type { Formula } from '../../domain/model/formula'
import type { Provision } from '../../domain/model/rule'
import type { SpecValue } from '../../domain/model/spec-value'
import type { ConditionDraft } from '../../domain/rules/condition-draft'
import type { ExpressionDraft } from '../../domain/rules/expression-draft'

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
  readonly row: string
  readonly metric: string
  readonly value: string
  readonly condition: readonly string[]
  readonly confidence: string
  readonly sources: readonly string[]
  readonly preferred: boolean
  /** Why it is the preferred one of several. */
  readonly reason: NamesDraft
  readonly comment: NamesDraft
  readonly kept: Partial<SpecValue>
}

/** What another source says of one field, as it is typed. */
export interface DisagreementDraft {
  readonly row: string
  /** The key of a field, or a matter in words. */
  readonly field: string
  readonly value: string
  readonly confidence: string
  readonly sources: readonly string[]
  readonly comment: NamesDraft
  readonly kept: Partial<Disagreement>
}

/** One of several texts, told from the others by its row. */
export interface TextDraft {
  readonly row: string
  readonly text: NamesDraft
}

/** One paragraph of a rule as it is typed. */
export interface ProvisionDraft {
  readonly row: string
  readonly reference: string
  /** Empty: it is about chips without saying so. */
  readonly item: string
  readonly when: ConditionDraft | null
  readonly words: NamesDraft
  readonly destinations: string
  readonly step: string
  readonly conditions: readonly TextDraft[]
  readonly only: NamesDraft
  readonly exceptions: readonly TextDraft[]
  readonly chips: readonly string[]
  readonly sources: readonly string[]
  /** Ids of paragraphs; one of this rule that has none yet is named by its row, see `paragraph-names.ts`. */
  readonly replaces: readonly string[]
  readonly overrides: readonly string[]
  /** The paragraph as it is kept; without an id where it is new. */
  readonly kept: Partial<Provision>
}

/** How a rule defines one quantity, as it is typed. */
export interface FormulaDraft {
  readonly row: string
  readonly metric: string
  readonly reference: string
  readonly expression: ExpressionDraft
  readonly words: NamesDraft
  readonly sources: readonly string[]
  readonly kept: Partial<Formula>
}
