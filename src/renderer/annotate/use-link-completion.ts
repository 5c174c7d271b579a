import { computed, shallowRef, type Ref } from 'vue'
import type { TapelineRecord } from '../../domain/model/record'
import { recordName } from '../../domain/model/record-name'
import { completeLink, linkIndex, linkText } from '../../domain/search/note-links'
import { useDocumentStore } from '../document/document-store'
import { useWords } from '../language/use-words'
import { isComposing } from '../ui/ime'

const MOST = 8
const LONGEST = 60
/** An open link up to the caret: two brackets and no bracket, bar or line break after them. */
const OPEN_LINK = /\[\[([^[\]|\n]*)$/

export interface Suggestion {
  readonly record: TapelineRecord
  readonly name: string
}

/** The list that comes up while a link is typed in a text area. `written` hears of the text that choosing makes. */
export function useLinkCompletion(area: Readonly<Ref<HTMLTextAreaElement | null>>, written: (text: string) => void) {
  const documents = useDocumentStore()
  const { locale } = useWords()
  const query = shallowRef<string | null>(null)
  const at = shallowRef(0)
  const index = computed(() => linkIndex(documents.document))

  const suggestions = computed<readonly Suggestion[]>(() => {
    if (query.value === null) return []
    return completeLink(index.value, query.value, MOST).flatMap((id) => {
      const record = documents.document.records.get(id)
      return record === undefined ? [] : [{ record, name: recordName(record, documents.document, locale.value) }]
    })
  })

  function close(): void {
    query.value = null
  }

  /** To be called when text or caret have changed, but not while an input method composes. */
  function look(): void {
    const element = area.value
    if (element === null || element.selectionStart !== element.selectionEnd) {
      close()
      return
    }
    const typed = OPEN_LINK.exec(element.value.slice(0, element.selectionStart))?.[1]
    const next = typed === undefined || typed.length > LONGEST ? null : typed
    if (next !== query.value) at.value = 0
    query.value = next
  }

  function choose({ record }: Suggestion): void {
    const element = area.value
    if (element === null || query.value === null) return
    const caret = element.selectionStart
    const begin = caret - query.value.length
    const after = /^\]{0,2}/.exec(element.value.slice(caret))?.[0].length ?? 0
    const text = `${linkText(index.value, documents.document, record.id, locale.value)}]]`
    element.setRangeText(text, begin, caret + after, 'end')
    close()
    written(element.value)
  }

  /** Takes the keys that belong to the list while it is open; true when it did. */
  function onKey(event: KeyboardEvent): boolean {
    const count = suggestions.value.length
    if (isComposing(event) || count === 0) return false
    const chosen = suggestions.value[at.value]
    if (event.key === 'ArrowDown') at.value = (at.value + 1) % count
    else if (event.key === 'ArrowUp') at.value = (at.value + count - 1) % count
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) choose(chosen)
    else if (event.key === 'Escape') close()
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  return { suggestions, at, look, close, choose, onKey }
}
