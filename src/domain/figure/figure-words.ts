import type { Locale, Names } from '../model/names'
import type { Grouping, ItemKind } from '../model/view'

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

/** What each kind is called in the legend. */
export const KIND_NAMES: Readonly<Record<ItemKind, Names>> = {
  'architecture-span': { en: 'Architecture', 'zh-Hant': '架構' },
  chip: { en: 'Chip', 'zh-Hant': '晶片' },
  rule: { en: 'Rule in force', 'zh-Hant': '施行中的規則' },
  policy: { en: 'Government act', 'zh-Hant': '政府措施' },
  response: { en: 'Response', 'zh-Hant': '回應' },
  announcement: { en: 'Announcement', 'zh-Hant': '宣布' },
  release: { en: 'Release', 'zh-Hant': '上市' },
  architecture: { en: 'Architecture unveiled', 'zh-Hant': '架構發表' },
  roadmap: { en: 'Roadmap', 'zh-Hant': '產品藍圖' },
  market: { en: 'Market', 'zh-Hant': '市場動態' },
  report: { en: 'Report', 'zh-Hant': '報導與分析' },
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
