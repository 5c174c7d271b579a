import type { FigureSpec } from '../../domain/figure/figure-spec'
import { civilDateOf } from '../../domain/time/day-number'
import type { FigureFormat } from '../../ipc/figure-values'

const LONGEST_TITLE = 80

/**
 * What a figure shows and when it was made: its title, or the months it covers.
 * `Tapeline 2022-10 to 2026-07 (2026-08-14).png`
 */
export function suggestedName({ settings, name, window }: FigureSpec, format: FigureFormat, today: number): string {
  const title = settings.title ?? name?.[settings.language === 'zh-Hant' ? 'zh-Hant' : 'en'] ?? ''
  const [from, to] = [monthText(window.startDay), monthText(window.endDay)]
  const words = inFileName(title) || `Tapeline ${from === to ? from : `${from} to ${to}`}`
  return `${words} (${dayText(today)}).${format}`
}

/** A text without what some system takes for more than a letter of a file's name. */
function inFileName(text: string): string {
  const plain = text
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return Array.from(plain).slice(0, LONGEST_TITLE).join('').trim()
}

/** The dialog asked before it let a file be replaced, but only for the name as it was typed. */
export function withEnding(chosen: string, format: FigureFormat, exists: (file: string) => boolean): string {
  if (chosen.toLowerCase().endsWith(`.${format}`)) return chosen
  const file = `${chosen}.${format}`
  return exists(file) ? chosen : file
}

function monthText(day: number): string {
  const { year, month } = civilDateOf(day)
  return `${yearText(year)}-${String(month).padStart(2, '0')}`
}

function dayText(day: number): string {
  return `${monthText(day)}-${String(civilDateOf(day).day).padStart(2, '0')}`
}

function yearText(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
}
