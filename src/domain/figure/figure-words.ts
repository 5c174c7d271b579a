import type { Locale, Names } from '../model/names'
import type { Grouping } from '../model/view'

/** The words a figure adds of its own, in both languages. */
export const FIGURE_WORDS = {
  today: { en: 'Today', 'zh-Hant': '今天' },
  softDate: { en: 'Date not known exactly', 'zh-Hant': '日期不確切' },
  openEnd: { en: 'No end stated', 'zh-Hant': '未載明結束' },
  unverified: { en: 'No source read', 'zh-Hant': '未經來源查證' },
  nothing: { en: 'No record falls into this window.', 'zh-Hant': '此時間範圍內沒有紀錄。' },
} as const satisfies Record<string, Names>

/** Stands behind the name of a record for which no source was read. */
export const UNVERIFIED_MARK = ' †'

const TITLES: Readonly<Record<Grouping, Names>> = {
  story: { en: 'AI chips and export controls', 'zh-Hant': 'AI 晶片與出口管制' },
  vendor: { en: 'AI chips and export controls, by vendor', 'zh-Hant': 'AI 晶片與出口管制：依廠商' },
  kind: { en: 'AI chips and export controls, by kind', 'zh-Hant': 'AI 晶片與出口管制：依類型' },
  jurisdiction: { en: 'AI chips and export controls, by jurisdiction', 'zh-Hant': 'AI 晶片與出口管制：依管轄區' },
  architecture: { en: 'AI chips and export controls, by architecture', 'zh-Hant': 'AI 晶片與出口管制：依架構' },
}

/** The title of a figure that was given none. */
export function figureTitle(grouping: Grouping, locale: Locale): string {
  return TITLES[grouping][locale]
}

/** How many records the figure shows, and whether filters hide others. */
export function countInWords(shown: number, hidden: number, locale: Locale): string {
  if (locale === 'zh-Hant')
    return hidden === 0 ? `共 ${String(shown)} 筆紀錄` : `${String(shown)} 筆紀錄；另有 ${String(hidden)} 筆被篩選隱藏`
  const records = shown === 1 ? '1 record' : `${String(shown)} records`
  return hidden === 0 ? records : `${records}; filters hide ${String(hidden)} more`
}
