import { fail, succeed, type Result } from '../model/problem'
import type { DatePoint, EdtfDate } from './edtf-date'
import { whatIsWrong } from './edtf-mistakes'
import { readPoint } from './edtf-point'
import { readSet } from './edtf-set'

export type { DatePoint, EdtfDate } from './edtf-date'

/**
 * Reads EDTF text (ISO 8601-2:2019, levels 0 to 2). One-of sets (`[2025,2026-01]`) become one date
 * as wide as all of them; all-of sets (`{2025,2026-01}`) run from the first to the last. At least
 * one end of an interval must be dated. Error: `bad-date`, saying what is wrong with it and, where
 * that can be known, the form that was meant.
 */
export function parseEdtf(text: string): Result<EdtfDate> {
  const date = readDate(text)
  return date === null ? fail({ code: 'bad-date', detail: whatIsWrong(text) }) : succeed(date)
}

function readDate(text: string): EdtfDate | null {
  const slash = text.indexOf('/')
  if (slash >= 0) return readInterval(text, slash)
  const first = text.charAt(0)
  if (first === '[' || first === '{') return readSet(text)
  const point = readPoint(text)
  return point === null ? null : { text, start: point, end: null, earliest: point.earliest, latest: point.latest }
}

function readInterval(text: string, slash: number): EdtfDate | null {
  const start = readEnd(text.slice(0, slash))
  const end = readEnd(text.slice(slash + 1))
  if (start === null || end === null) return null
  if (typeof start === 'string' && typeof end === 'string') return null
  const earliest = typeof start === 'string' ? -Infinity : start.earliest
  const latest = typeof end === 'string' ? Infinity : end.latest
  return latest <= earliest ? null : { text, start, end, earliest, latest }
}

function readEnd(text: string): DatePoint | 'open' | 'unknown' | null {
  if (text === '') return 'unknown'
  return text === '..' ? 'open' : readPoint(text)
}
