import * as v from 'valibot'
import { EdtfText } from './edtf-text'
import { RecordId } from './ids'
import { Names } from './names'
import { OUTCOME_STEPS } from './rule'

const rule = RecordId

/**
 * One thing that is assumed of a rule. `rule` is a rule of the workspace, or a copy that an assumption before it made;
 * `provision` names a paragraph, `at` a comparison in the order of the text, from 0; `limit` is in that comparison's unit.
 */
export const Assumption = v.variant('kind', [
  v.strictObject({ kind: v.literal('suspend'), rule }),
  v.strictObject({ kind: v.literal('copy'), rule, copy: RecordId }),
  v.strictObject({ kind: v.literal('effective'), rule, date: EdtfText }),
  v.strictObject({ kind: v.literal('outcome'), rule, provision: RecordId, step: v.picklist(OUTCOME_STEPS) }),
  v.strictObject({
    kind: v.literal('limit'),
    rule,
    provision: RecordId,
    at: v.pipe(v.number(), v.integer(), v.minValue(0)),
    limit: v.pipe(v.number(), v.finite()),
  }),
])
export type Assumption = Readonly<v.InferOutput<typeof Assumption>>

/**
 * What if: assumptions under a name, taken one after the other. It changes no rule; what follows from it is
 * hypothetical. Without assumptions it says what the law says: the rules that it spoke of were deleted.
 */
export const Scenario = v.strictObject({
  type: v.literal('scenario'),
  id: RecordId,
  name: Names,
  assumptions: v.array(Assumption),
})
export type Scenario = Readonly<v.InferOutput<typeof Scenario>>
