import type { Problem } from '../../domain/model/problem'
import type { Outcome } from '../document/document-store'
import type { Words } from '../language/use-words'

/** Why a cell could not be written, for whoever typed it. */
export function problemInWords(problem: Problem, t: Words['t']): string {
  switch (problem.code) {
    case 'bad-date':
      return t('problems.badDate')
    case 'missing-reference':
      return t('table.problems.reference')
    case 'not-editable':
      return t(problem.path?.startsWith('metric.') === true ? 'table.problems.disagree' : 'table.problems.readOnly')
    case 'not-found':
      return t('table.problems.outside')
    default:
      return t('table.problems.value', { detail: problem.detail })
  }
}

/** What became of an edit, or null when it was saved. */
export function outcomeInWords(outcome: Outcome, t: Words['t']): string | null {
  if (outcome.kind === 'done') return null
  return outcome.kind === 'error' ? t(`errors.${outcome.error.code}`) : problemInWords(outcome.problem, t)
}
