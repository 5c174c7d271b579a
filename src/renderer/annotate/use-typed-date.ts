import { computed, type ComputedRef, type Ref } from 'vue'
import { dateInWords } from '../../domain/time/date-words'
import { parseEdtf } from '../../domain/time/edtf'
import { goToDate } from '../../domain/time/typed-date'
import { useWords } from '../language/use-words'

/** What was typed as a date, in EDTF and in words; null and '' where it is none. */
export function useTypedDate(typed: Readonly<Ref<string>>): {
  edtf: ComputedRef<string | null>
  words: ComputedRef<string>
} {
  const { locale } = useWords()
  const date = computed(() => {
    const text = typed.value.trim()
    const exact = parseEdtf(text)
    const read = exact.ok ? exact : goToDate(text)
    return read.ok ? read.value : null
  })
  return {
    edtf: computed(() => date.value?.text ?? null),
    words: computed(() => (date.value === null ? '' : dateInWords(date.value, locale.value))),
  }
}
