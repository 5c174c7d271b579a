import { numberText, ratioText } from '../../compare/number-text'
import { recordNames } from '../../model/record-name'
import type { Document } from '../../model/document'
import type { Names } from '../../model/names'
import type { TimeWindow } from '../../model/view'
import { cleanText } from '../clean-text'
import { pointIsIn, type FigureLane } from './chart-content'

/** What a lane shows, for readers who do not see it: how many chips, and the best of them. */
export function laneNamesInWords(lane: FigureLane, document: Document, window: TimeWindow): Names {
  const { kind, names, content } = lane
  const points = content.points.filter((point) => pointIsIn(point, window))
  const [first] = points
  const best = first === undefined ? null : points.reduce((a, b) => (b.value >= a.value ? b : a), first)
  const en = `${names.en}: ${points.length === 1 ? '1 point' : `${String(points.length)} points`}`
  const zh = `${names['zh-Hant']}：${String(points.length)} 個資料點`
  const record = best === null ? undefined : document.records.get(best.chip)
  // Of generations the fewest are the best, and the lane's last step is what one asks for.
  if (best === null || record === undefined || kind === 'generation-lag') return { en, 'zh-Hant': zh }
  const value = kind === 'frontier-ratio' ? `${ratioText(best.value * 100)} %` : numberText(best.value, 2)
  const chip = recordNames(record, document)
  return {
    en: `${en}, highest ${value} (${cleanText(chip.en)})`,
    'zh-Hant': `${zh}，最高 ${value}（${cleanText(chip['zh-Hant'])}）`,
  }
}

/** The same in the language of a page. */
export const laneInWords = (
  lane: FigureLane,
  document: Document,
  window: TimeWindow,
  words: (names: Names) => string,
): string => words(laneNamesInWords(lane, document, window))
