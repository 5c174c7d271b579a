import {
  computed,
  inject,
  onScopeDispose,
  provide,
  shallowRef,
  watch,
  type ComputedRef,
  type InjectionKey,
  type Ref,
} from 'vue'
import type { FieldValues } from '../../../domain/change/record-commands'
import { controlsIndex, type ControlsIndex } from '../../../domain/controls/controls-index'
import { paragraphCatches, type ParagraphCatches } from '../../../domain/controls/paragraph-catches'
import { hypothetically } from '../../../domain/controls/scenario'
import { documentOf, recordsOfType } from '../../../domain/model/document'
import type { RecordId } from '../../../domain/model/ids'
import type { RecordOf } from '../../../domain/model/record'
import type { Provision } from '../../../domain/model/rule'
import { useDocumentStore } from '../../document/document-store'
import type { Faults } from '../typed-texts'
import { provisionalRule } from './provisional-rule'

interface CaughtChips {
  readonly before: ParagraphCatches | null
  /** `unready`: a limit of the test is no number yet. */
  readonly after: ParagraphCatches | null | 'unready'
}

/** What the rule of a form would mean for chips, beside what it means as it is kept. */
export interface RuleAnswers {
  /** The law as it is kept, and as if the rule of the form were in it. */
  readonly kept: ComputedRef<ControlsIndex>
  readonly typed: ComputedRef<ControlsIndex>
  readonly rule: ComputedRef<RecordOf<'rule'>>
  /** Whether a test or a definition has a gap, so that the rule cannot be held against chips as a whole. */
  readonly unready: ComputedRef<boolean>
  /** The paragraph at a place of the form, as far as it is typed. */
  paragraph(at: number): Provision | undefined
  chipsOf(at: number): CaughtChips
}

const KEY: InjectionKey<RuleAnswers> = Symbol('rule answers')

interface TypedRule {
  readonly id: ComputedRef<RecordId>
  readonly read: ComputedRef<{ readonly fields: FieldValues; readonly faults: Faults }>
}

/** Chips are held against a rule when the keys rest, so that no key waits for them. */
const SETTLE_MS = 120

/** A value as it was when it last stayed the same for that long. */
function settledAfter<T>(ms: number, source: Readonly<Ref<T>>): Readonly<Ref<T>> {
  const settled = shallowRef(source.value)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(source, (value) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      settled.value = value
    }, ms)
  })
  onScopeDispose(() => {
    clearTimeout(timer)
  })
  return settled
}

/** Worked out where somebody looks at it: a form of another type never asks. */
export function provideRuleAnswers({ id, read }: TypedRule): void {
  const documents = useDocumentStore()
  // Rules are held against chips and where their vendors are at home; events by the thousand do not matter.
  const law = computed(() =>
    documentOf([
      ...recordsOfType(documents.document, 'rule'),
      ...recordsOfType(documents.document, 'chip'),
      ...recordsOfType(documents.document, 'organisation'),
    ]),
  )
  const kept = computed(() => controlsIndex(law.value))
  const settled = settledAfter(SETTLE_MS, read)
  const provisional = computed(() => provisionalRule(id.value, settled.value.fields, settled.value.faults))
  const typed = computed(() => hypothetically(law.value, { rules: [provisional.value.rule], without: [] }))
  const paragraph = (at: number): Provision | undefined => provisional.value.rule.provisions[at]
  provide(KEY, {
    kept,
    typed,
    rule: computed(() => provisional.value.rule),
    unready: computed(() => [...settled.value.faults.keys()].some((key) => /\.(?:when|expression)\b/.test(key))),
    paragraph,
    chipsOf(at) {
      const paragraphId = paragraph(at)?.id ?? ''
      const after = provisional.value.unready.has(paragraphId) ? 'unready' : paragraphCatches(typed.value, paragraphId)
      return { before: paragraphCatches(kept.value, paragraphId), after }
    },
  })
}

export function useRuleAnswers(): RuleAnswers {
  const answers = inject(KEY)
  if (answers === undefined) throw new Error('what a rule means is asked in the form of a rule')
  return answers
}
