import type { FigureLanguage } from '../model/figure-settings'
import type { RecordLinkKind } from '../layout/record-links'
import type { LifePhaseKind } from '../layout/timeline-item'
import type { Names } from '../model/names'
import type { Grouping } from '../model/view'

/** The words a figure adds of its own, in both languages. */
export const FIGURE_WORDS = {
  today: { en: 'Today', 'zh-Hant': '今天' },
  softDate: { en: 'Date not known exactly', 'zh-Hant': '日期不確切' },
  openEnd: { en: 'No end stated', 'zh-Hant': '未載明結束' },
  unverified: { en: 'No source read', 'zh-Hant': '未經來源查證' },
  counted: { en: 'Counted, not named', 'zh-Hant': '僅計數，未列名' },
  notes: { en: 'Notes', 'zh-Hant': '附註' },
  sources: { en: 'Sources', 'zh-Hant': '資料來源' },
  nothing: { en: 'No record falls into this window.', 'zh-Hant': '此時間範圍內沒有紀錄。' },
} as const satisfies Record<string, Names>

export const LINK_WORDS: Readonly<Record<RecordLinkKind, Names>> = {
  cause: { en: 'Led to', 'zh-Hant': '促成' },
  response: { en: 'Answered by', 'zh-Hant': '引發回應' },
  variant: { en: 'Variant', 'zh-Hant': '衍生型號' },
  successor: { en: 'Successor', 'zh-Hant': '後繼' },
  amends: { en: 'Amended by', 'zh-Hant': '被修正' },
  supersedes: { en: 'Superseded by', 'zh-Hant': '被取代' },
  corrects: { en: 'Corrected by', 'zh-Hant': '被更正' },
}

/** What a bar of a rule says beside being in force, which its own sample shows. */
export const PHASE_WORDS: Readonly<Record<Exclude<LifePhaseKind, 'force'>, Names>> = {
  waiting: { en: 'Made known, not in force', 'zh-Hant': '已公開，尚未生效' },
  decided: { en: 'Decision, not in force by itself', 'zh-Hant': '決定，本身不生效' },
  grace: { en: 'In force, compliance later', 'zh-Hant': '已生效，稍後才須遵守' },
}

/** A text in one language, or in both after one another where they differ. */
export function wordsIn(names: Names, language: FigureLanguage): string {
  if (language !== 'both') return names[language]
  return names.en === names['zh-Hant'] ? names.en : `${names.en} ${names['zh-Hant']}`
}

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
export function figureTitle(grouping: Grouping): Names {
  return TITLES[grouping]
}

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many)

/** How many records the figure shows, and whether filters hide others. */
export function countInWords(shown: number, hidden: number): Names {
  const records = plural(shown, '1 record', `${String(shown)} records`)
  return hidden === 0
    ? { en: records, 'zh-Hant': `共 ${String(shown)} 筆紀錄` }
    : {
        en: `${records}; filters hide ${String(hidden)} more`,
        'zh-Hant': `${String(shown)} 筆紀錄；另有 ${String(hidden)} 筆被篩選隱藏`,
      }
}

/** The line that says what the marks with a plus stand for. */
export function countedInWords(count: number): Names {
  return {
    en: plural(
      count,
      '1 more record has no room for its name; a mark with + counts it.',
      `${String(count)} more records have no room for their names; the marks with + count them.`,
    ),
    'zh-Hant': `另有 ${String(count)} 筆紀錄因版面不足未列名稱，計入帶 + 的標記。`,
  }
}

/** What a list had no room for. */
export function leftInWords(what: 'sources' | 'notes', count: number): Names {
  return what === 'sources'
    ? {
        en: plural(
          count,
          '1 more source is not listed for want of room.',
          `${String(count)} more sources are not listed for want of room.`,
        ),
        'zh-Hant': `另有 ${String(count)} 項資料來源因版面不足未列出。`,
      }
    : {
        en: plural(
          count,
          '1 more note is not shown for want of room.',
          `${String(count)} more notes are not shown for want of room.`,
        ),
        'zh-Hant': `另有 ${String(count)} 則附註因版面不足未列出。`,
      }
}

/** The name of the strip that takes the last lanes together where a page has no room for each. */
export function furtherLanes(count: number): Names {
  return { en: `${String(count)} more lanes`, 'zh-Hant': `其餘 ${String(count)} 個泳道` }
}

/** The day whose data the figure shows. */
export function dataDateInWords(day: Names): Names {
  return { en: `Data as of ${day.en}`, 'zh-Hant': `資料截至 ${day['zh-Hant']}` }
}
