import type { Locale } from '../../domain/model/names'
import type { Problem } from '../../domain/model/problem'
import { doubtInWords } from '../../domain/time/doubt-words'
import { readTypedDate } from '../../domain/time/typed-date'
import type { Outcome } from '../document/document-store'
import type { Words } from '../language/use-words'

export interface Speaker {
  readonly t: Words['t']
  readonly locale: Locale
}

/** Why a cell could not be written, for whoever typed `text` into it. */
export function problemInWords(problem: Problem, text: string, { t, locale }: Speaker): string {
  switch (problem.code) {
    case 'bad-date': {
      const date = readTypedDate(text)
      return date.ok ? t('problems.badDate') : doubtInWords(date.doubt, locale)
    }
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

/** What became of an edit, or null when it was saved or there was nothing to save. */
export function outcomeInWords(outcome: Outcome, text: string, speaker: Speaker): string | null {
  if (outcome.kind === 'done') return null
  return outcome.kind === 'error'
    ? speaker.t(`errors.${outcome.error.code}`)
    : problemInWords(outcome.problem, text, speaker)
}
