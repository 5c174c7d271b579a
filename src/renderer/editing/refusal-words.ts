import type { Outcome } from '../document/document-store'
import type { Words } from '../language/use-words'

/** Why something was not saved, as a sentence; null where it was. */
export function refusalInWords(outcome: Outcome, t: Words['t']): string | null {
  if (outcome.kind === 'done') return null
  return outcome.kind === 'error'
    ? t(`errors.${outcome.error.code}`)
    : t('editing.refused', { detail: outcome.problem.detail })
}
