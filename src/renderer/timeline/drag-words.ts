import { anchorDate, edgeDate, movedFields } from '../../domain/change/drawn-dates'
import type { Locale } from '../../domain/model/names'
import type { TapelineRecord } from '../../domain/model/record'
import type { EdtfSide } from '../../domain/time/shift-edtf'
import { edtfInWords, fieldInWords } from './timeline-words'
import type { TipText } from './tip'

const WORDS = {
  en: {
    was: (date: string) => `was ${date}`,
    count: (count: number) => `${String(count)} items move together`,
    stuck: (count: number) =>
      count === 1 ? '1 cannot be moved and stays' : `${String(count)} cannot be moved and stay`,
  },
  'zh-Hant': {
    was: (date: string) => `原為 ${date}`,
    count: (count: number) => `${String(count)} 個項目一起移動`,
    stuck: (count: number) => `${String(count)} 個項目無法移動，留在原處`,
  },
} as const

const fieldOf = (record: TapelineRecord, field: string): string =>
  String((record as unknown as Record<string, unknown>)[field])

/** The date that a dragged record would have, in full words, with what it was and what moves along. */
export function dragTip(
  {
    from,
    to,
    edge,
    neverBinds,
    count,
    stuck,
  }: {
    from: TapelineRecord
    to: TapelineRecord
    edge: EdtfSide | null
    neverBinds: boolean
    count: number
    stuck: number
  },
  locale: Locale,
): TipText {
  const dateOf = (record: TapelineRecord): string =>
    (edge === null ? anchorDate(record, neverBinds) : edgeDate(record, edge, neverBinds)?.text) ?? ''
  const [before, after] = [dateOf(from), dateOf(to)]
  const along = edge === null ? movedFields(to).filter((field) => fieldOf(to, field) !== after) : []
  return {
    heading: edtfInWords(after, locale),
    lines: [
      ...(before === after ? [] : [WORDS[locale].was(edtfInWords(before, locale))]),
      ...along.map((field) => fieldInWords(field, fieldOf(to, field), locale)),
      ...(count > 1 ? [WORDS[locale].count(count)] : []),
      ...(stuck > 0 ? [WORDS[locale].stuck(stuck)] : []),
    ],
  }
}
