import type { TimelineItem } from '../layout/timeline-item'
import { KIND_NAMES } from '../layout/lane-names'
import type { Locale } from '../model/names'
import { ITEM_KINDS } from '../model/view'
import { cleanText } from './clean-text'
import type { FigureContent } from './figure-content'
import { partsInWords } from './parts-in-words'
import type { FigureSpec } from './figure-spec'
import { figureTitle } from './figure-words'
import { windowInWords } from './window-words'

/**
 * Some plain sentences that say what a figure shows: its subject and window, its records by kind, the first and the
 * last, and what stands under them.
 */
export function altText(content: Pick<FigureContent, 'document' | 'spec' | 'items' | 'parts'>): string {
  const { language } = content.spec.settings
  const inLocale = (locale: Locale): string =>
    altTextIn(content.spec, content.items, locale) + partsInWords(content.parts, content, locale)
  return language === 'both' ? `${inLocale('en')} ${inLocale('zh-Hant')}` : inLocale(language)
}

function altTextIn(spec: FigureSpec, items: readonly TimelineItem[], locale: Locale): string {
  const { settings, name, grouping, window } = spec
  const own = cleanText(settings.title ?? '')
  const title = own === '' ? cleanText((name ?? figureTitle(grouping))[locale]) : own
  const words = windowInWords(window, locale)
  const [first, last] = [items[0], items.at(-1)]
  const counts = ITEM_KINDS.flatMap((kind) => {
    const count = items.filter((item) => item.kind === kind).length
    return count === 0 ? [] : [{ kind: KIND_NAMES[kind][locale], count }]
  })
  const nameOf = (item: TimelineItem | undefined): string => cleanText(item?.names[locale] ?? '')
  if (locale === 'zh-Hant') {
    const what = `「${title}」時間軸，時間範圍：${words}。`
    if (first === undefined) return `${what}其中沒有紀錄。`
    const kinds = counts.map(({ kind, count }) => `${kind} ${String(count)} 筆`).join('、')
    const ends = first === last ? '' : `最早為「${nameOf(first)}」，最晚為「${nameOf(last)}」。`
    return `${what}共 ${String(items.length)} 筆紀錄：${kinds}。${ends}`
  }
  const what = `Timeline “${title}”, ${words}.`
  if (first === undefined) return `${what} It holds no record.`
  const kinds = counts.map(({ kind, count }) => `${kind.toLowerCase()}: ${String(count)}`).join(', ')
  const number = items.length === 1 ? '1 record' : `${String(items.length)} records`
  const ends = first === last ? '' : ` The first is “${nameOf(first)}”, the last “${nameOf(last)}”.`
  return `${what} It shows ${number} (${kinds}).${ends}`
}
