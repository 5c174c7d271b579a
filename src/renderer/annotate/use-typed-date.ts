import { computed, type ComputedRef, type Ref } from 'vue'
import { dateInWords } from '../../domain/time/date-words'
import { doubtInWords } from '../../domain/time/doubt-words'
import { readTypedDate } from '../../domain/time/typed-date'
import { useWords } from '../language/use-words'

/**
 * What was typed as a date: in EDTF, in words, and whether it is a span; or why it is none, in words.
 * All empty while nothing is typed.
 */
export function useTypedDate(typed: Readonly<Ref<string>>): {
  edtf: ComputedRef<string | null>
  isSpan: ComputedRef<boolean>
  words: ComputedRef<string>
  doubt: ComputedRef<string | null>
} {
  const { locale } = useWords()
  const read = computed(() => (typed.value.trim() === '' ? null : readTypedDate(typed.value)))
  const date = computed(() => (read.value?.ok === true ? read.value.value : null))
  return {
    edtf: computed(() => date.value?.text ?? null),
    isSpan: computed(() => date.value !== null && date.value.end !== null),
    words: computed(() => (date.value === null ? '' : dateInWords(date.value, locale.value))),
    doubt: computed(() => (read.value?.ok === false ? doubtInWords(read.value.doubt, locale.value) : null)),
  }
}
