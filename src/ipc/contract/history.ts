import * as v from 'valibot'
import { Change } from '../../domain/change/change'
import { HistoryStep, StepNumber } from '../values'

/** What the log of changes holds. */
export const HISTORY_CHANNELS = {
  /** Steps newest first; `before` gives those older than that one. At most 200 at a time. */
  'history:page': {
    input: v.strictObject({
      before: v.nullable(StepNumber),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
    }),
    output: v.strictObject({ revision: v.number(), steps: v.array(HistoryStep), more: v.boolean() }),
  },
  /** One step whole. Errors: `nothing` if the log has it no more, `corrupt` if it cannot be read. */
  'history:change': {
    input: v.strictObject({ seq: StepNumber }),
    output: v.strictObject({
      seq: StepNumber,
      madeAt: v.number(),
      author: v.nullable(v.string()),
      undone: v.boolean(),
      change: Change,
    }),
  },
  /** What to take back, in this order, to be at the state before or after a step. Errors as above. */
  'history:way': {
    input: v.strictObject({ seq: StepNumber, side: v.picklist(['before', 'after']) }),
    output: v.strictObject({ revision: v.number(), changesBack: v.array(Change) }),
  },
} as const
