import { onMounted, onScopeDispose, shallowRef } from 'vue'
import type { TapelineRecord } from '../../domain/model/record'
import { recordTexts } from '../../domain/search/record-texts'
import { useDocumentStore } from '../document/document-store'
import { warmChineseFont } from '../ui/chinese-font'
import type { LateParts } from './late-parts'

/** Where no timeline comes to stand, the menus must come all the same. */
const AT_THE_LATEST_MS = 1500
const IDLE_AT_MOST_MS = 500
/** So many records tell which characters a workspace is written with. */
const RECORDS_READ = 500

/** What the first timeline can do without: brought in when the window is idle, or when it is asked for. */
export function useLateParts() {
  const documents = useDocumentStore()
  const late = shallowRef<LateParts | null>(null)

  function chineseCharacters(): string {
    const records: TapelineRecord[] = []
    for (const record of documents.document.records.values()) if (records.push(record) >= RECORDS_READ) break
    const words = recordTexts(records).map(({ text }) => text)
    return [...new Set(words.join('').match(/\p{Script=Han}/gu))].join('')
  }

  async function load(): Promise<void> {
    late.value ??= await import('./late-parts')
    await warmChineseFont(chineseCharacters())
  }

  let timer = 0
  onMounted(() => {
    timer = window.setTimeout(() => void load(), AT_THE_LATEST_MS)
  })
  onScopeDispose(() => {
    window.clearTimeout(timer)
  })
  return {
    late,
    load,
    loadWhenIdle: () => requestIdleCallback(() => void load(), { timeout: IDLE_AT_MOST_MS }),
  }
}
