import { PNG } from 'pngjs'
import type { FigureSpec } from '../../domain/figure/figure-spec'
import { DEFAULT_FIGURE_SETTINGS } from '../../domain/figure/paper-presets'
import { documentOf, type Document } from '../../domain/model/document'
import type { FigureSettings } from '../../domain/model/figure-settings'
import type { Result } from '../../domain/model/problem'
import type { RecordOf } from '../../domain/model/record'
import { NO_FILTERS } from '../../domain/model/view'

export const anEvent = (id: string, name: string, date = '2025-12-08'): RecordOf<'event'> => ({
  type: 'event',
  id,
  name: { en: name, 'zh-Hant': name },
  kind: 'policy',
  date,
  actors: [],
  chips: [],
  architectures: [],
  rules: [],
  jurisdictions: ['US'],
  sources: [],
  confidence: 'confirmed',
})

/** Both scripts, soft edges, and names that would be markup. */
export const someDocument = (): Document =>
  documentOf([
    anEvent('one', '放行 H200 輸往中國'),
    anEvent('two', 'China answers -> AVATAR', '2025'),
    anEvent('three', '<script>alert("輝達")</script> & ]]> \'x\'', '2024-11'),
  ])

/** A small sheet as high as it needs, in settings as a test wants them. */
export const aSpec = (settings: Partial<FigureSettings> = {}): FigureSpec => ({
  settings: {
    ...DEFAULT_FIGURE_SETTINGS,
    paper: { width: 640, height: 'auto', unit: 'px' },
    dpi: 96,
    typePt: 9,
    ...settings,
  },
  window: { startDay: 20_000, endDay: 20_800 },
  grouping: 'story',
  filters: NO_FILTERS,
  collapsed: [],
  todayDay: 20_780,
})

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.detail}`)
  return result.value
}

/** Pixels of two PNGs of one size that differ by more than a reader of 8 bits could see, and the largest difference. */
export function differenceOf(
  first: Uint8Array,
  second: Uint8Array,
  tolerance = 0,
): { pixels: number; share: number; largest: number } {
  const [a, b] = [PNG.sync.read(Buffer.from(first)), PNG.sync.read(Buffer.from(second))]
  if (a.width !== b.width || a.height !== b.height)
    throw new Error(`${String(a.width)} x ${String(a.height)} is not ${String(b.width)} x ${String(b.height)}`)
  let [pixels, largest] = [0, 0]
  for (let at = 0; at < a.data.length; at += 4) {
    let most = 0
    for (let part = 0; part < 4; part += 1)
      most = Math.max(most, Math.abs((a.data[at + part] ?? 0) - (b.data[at + part] ?? 0)))
    if (most > tolerance) pixels += 1
    largest = Math.max(largest, most)
  }
  return { pixels, share: pixels / (a.width * a.height), largest }
}
