import { CONFIDENCES } from '../model/evidence'
import type { SpecValue } from '../model/spec-value'

/** Of several values of one metric the preferred one, else the best supported; of equals the first. */
export function chosenOf(specs: readonly SpecValue[]): SpecValue | undefined {
  const preferred = specs.find((spec) => spec.preferred === true)
  if (preferred !== undefined) return preferred
  return specs.reduce<SpecValue | undefined>((best, spec) => {
    return best === undefined || support(spec) < support(best) ? spec : best
  }, undefined)
}

const support = ({ confidence }: SpecValue): number => CONFIDENCES.indexOf(confidence)
