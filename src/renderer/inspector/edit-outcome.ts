import type { Outcome } from '../document/document-store'
import type { Words } from '../language/use-words'

/** What to tell whoever typed; null when the edit was saved. */
export function outcomeInWords(outcome: Outcome, t: Words['t']): string | null {
  switch (outcome.kind) {
    case 'done':
      return null
    case 'error':
      return t(`errors.${outcome.error.code}`)
    case 'problem':
      if (outcome.problem.code === 'bad-date') return t('problems.badDate')
      if (outcome.problem.code === 'wrong-shape') return t('problems.emptyName')
      return t('problems.other', { detail: outcome.problem.detail })
  }
}
