import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { recordName } from '../../domain/model/record-name'
import type { RecordType, TapelineRecord } from '../../domain/model/record'
import { rangesOf, snippet } from '../../domain/search/fold'
import type { Hit, Hits } from '../../domain/search/hits'
import { useDocumentStore } from '../document/document-store'
import { useWords } from '../language/use-words'
import { useSearchStore } from './search-store'

/** Of each type, before one asks for more. */
const SHOWN_PER_TYPE = 6
/** As many more come with a press on the count of the rest; stepping reaches all of them. */
const MORE_AT_ONCE = 50
/** As much as one line holds; a Chinese character takes the room of two letters. */
const LETTERS_IN_A_LINE = 84
const CHINESE_IN_A_LINE = 40

/** The most that the list shows without scrolling, and what stands in it at the least, in px. */
const LIST_PX = 560
const HEADING_PX = 26
const NAME_PX = 28
const PIECE_PX = 16

type Marked = ReturnType<typeof snippet>

export interface HitRow {
  readonly hit: Hit
  readonly record: TapelineRecord
  readonly name: Marked
  /** Where it was found, if that is not the name. */
  readonly piece: Marked | null
}
export interface HitGroup {
  readonly type: RecordType
  readonly rows: readonly HitRow[]
  /** Hits above and below the rows. */
  readonly before: number
  readonly more: number
}

interface HitGroups {
  readonly groups: ComputedRef<readonly HitGroup[]>
  /** The height of the groups that are not drawn yet, about. */
  readonly unseenPx: ComputedRef<number>
  showMore(type: RecordType): void
  /** Draws the groups out of sight, too. */
  showUnseen(): void
}

/**
 * The hits as the list shows them: the first of each type, or where one stands further down, those up to there.
 * Each letter typed draws them anew, so that groups out of sight wait until one scrolls or steps. Before
 * the first letter there are rows as well, which nobody sees: it takes less to change rows than to make them, and
 * several times as long to do a thing for the first time.
 */
export function useHitGroups(): HitGroups {
  const { locale } = useWords()
  const documents = useDocumentStore()
  const search = useSearchStore()
  const shownOf = shallowRef<Readonly<Partial<Record<RecordType, number>>>>({})
  const isUnseenShown = shallowRef(false)
  watch(
    () => search.query,
    () => {
      shownOf.value = {}
      isUnseenShown.value = false
    },
    { flush: 'sync' },
  )

  function rowOf(hit: Hit, terms: readonly string[]): HitRow[] {
    const record = documents.document.records.get(hit.record)
    if (record === undefined) return []
    const name = recordName(record, documents.document, locale.value)
    const { field, text } = hit.field
    const inALine = /\p{Script=Han}/u.test(text) ? CHINESE_IN_A_LINE : LETTERS_IN_A_LINE
    return [
      {
        hit,
        record,
        name: { text: name, ranges: rangesOf(name, terms) },
        piece: field === 'name' && text === name ? null : snippet(text, terms, inALine),
      },
    ]
  }

  const isAllSeen = computed(() => isUnseenShown.value || search.at >= 0)
  let last: readonly HitGroup[] = []
  const drawn = computed(() => {
    if (search.terms.length > 0) last = groupsOf(search.hits, search.terms)
    else if (last.length === 0 && search.hasRead) {
      const { hits, terms } = search.rehearse()
      last = groupsOf(hits, terms)
    }
    return last
  })
  function groupsOf(hits: Hits, terms: readonly string[]): HitGroup[] {
    const groups: HitGroup[] = []
    let heightPx = 0
    for (const { type, from, count } of hits.groups) {
      if (heightPx >= LIST_PX && !isAllSeen.value) break
      const at = search.at - from
      const shown = shownOf.value[type] ?? SHOWN_PER_TYPE
      const end = at < count && at >= shown ? at + 1 : Math.min(count, shown)
      const before = Math.max(0, end - shown)
      const rows = hits.slice(from + before, from + end).flatMap((hit) => rowOf(hit, terms))
      groups.push({ type, rows, before, more: count - end })
      heightPx += rows.reduce((sum, { piece }) => sum + NAME_PX + (piece === null ? 0 : PIECE_PX), HEADING_PX)
    }
    return groups
  }

  return {
    groups: drawn,
    unseenPx: computed(() =>
      search.hits.groups
        .slice(drawn.value.length)
        .reduce((sum, { count }) => sum + HEADING_PX + Math.min(count, SHOWN_PER_TYPE) * (NAME_PX + PIECE_PX), 0),
    ),
    showMore: (type) => {
      shownOf.value = { ...shownOf.value, [type]: (shownOf.value[type] ?? SHOWN_PER_TYPE) + MORE_AT_ONCE }
    },
    showUnseen: () => {
      isUnseenShown.value = true
    },
  }
}
