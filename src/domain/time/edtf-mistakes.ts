import { daysInMonth } from './calendar'
import { readPoint } from './edtf-point'
import { YEAR_PARTS } from './year-part'

const FORMS = 'write 2022, 2023-11, 2025-12-08, 2026-33 (first quarter), 2026-41 (second half), 2023~ or 2026-07/..'

/** What is wrong with a text that is not an EDTF date, and the form that was probably meant. */
export function whatIsWrong(text: string): string {
  return `"${text}": ${mistakeIn(text)}`
}

function mistakeIn(text: string): string {
  if (text.trim() === '') return `a date is missing; ${FORMS}`
  if (/\s/.test(text)) return `a date has no spaces; ${FORMS}`
  const time = /^(-?\d{4}-\d\d-\d\d)T/.exec(text)
  if (time) return `a time of day is not kept, the day is the finest; write ${time[1] ?? ''}`
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(text))
    return 'day and month cannot be told apart; write the year first, as 2025-12-08'
  const ymd = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text)
  if (ymd) return `write it with hyphens, as ${ymd[1] ?? ''}-${two(ymd[2])}-${two(ymd[3])}`
  if (text.includes('/')) return mistakeInInterval(text)
  if (/^[[{]/.test(text)) return 'a set is dates with commas between, as [2025-11,2026-01] or {2025,2026}'
  return mistakeInPoint(text)
}

function mistakeInInterval(text: string): string {
  const ends = text.split('/')
  const [from = '', to = ''] = ends
  if (ends.length > 2) return 'an interval has two ends with one "/" between them, as 2025-07-14/2025-07-15'
  const dated = ends.filter((end) => end !== '' && end !== '..')
  if (dated.length === 0) return 'at least one end of an interval needs a date, as 2026-07/..'
  for (const end of dated) if (readPoint(end) === null) return `"${end}": ${mistakeInPoint(end)}`
  return `ends before it starts; write ${to}/${from}`
}

function mistakeInPoint(text: string): string {
  const bare = text.replace(/[?~%]/g, '')
  if (/x/.test(bare)) return `an unknown digit is a capital X; write ${text.replaceAll('x', 'X')}`
  const named = /^(\d{4})-?([QqHh])([1-4])$/.exec(bare)
  if (named) return mistakeInNamedPart(named)
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(bare)
  if (compact) return `write it with hyphens, as ${compact.slice(1).join('-')}`
  const short = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(bare)
  if (short && bare.length < (short[3] === undefined ? 7 : 10)) {
    const parts = [short[1], two(short[2]), ...(short[3] === undefined ? [] : [two(short[3])])]
    return `month and day have two digits; write ${parts.join('-')}`
  }
  if (/^-?\d{5,}$/.test(bare)) return `a year of more than four digits has a Y before it; write Y${bare}`
  if (/^-0000/.test(bare)) return 'there is no year -0000; the year before 0001 is 0000 (1 BCE)'
  const parts = /^(-?\d{4})-(\d\d)(?:-(\d\d))?$/.exec(bare)
  return parts ? mistakeInNumbers(parts) : `is not a date; ${FORMS}`
}

function mistakeInNamedPart([, year = '', letter = '', digit = '']: readonly string[]): string {
  if (/[Qq]/.test(letter)) return `quarters are 33 to 36; write ${year}-${32 + Number(digit)}`
  return Number(digit) <= 2
    ? `halves are 40 and 41; write ${year}-${39 + Number(digit)}`
    : `a year has two halves; write ${year}-40 or ${year}-41`
}

function mistakeInNumbers([, year = '', month = '', day]: readonly string[]): string {
  const part = YEAR_PARTS[Number(month)]
  if (part !== undefined && day !== undefined)
    return `${month} is a part of the year and has no days; write ${year}-${month}`
  const days = daysInMonth(Number(year), Number(month))
  if (days === 0)
    return `there is no month ${month}; months are 01 to 12, quarters 33 to 36, halves 40 and 41; write ${year} if the month is not known`
  if (day === '00') return `there is no day 00; write ${year}-${month} if the day is not known`
  return `there is no day ${day ?? ''} in ${year}-${month}, which has ${days} days; write ${year}-${month}-${days} for the last`
}

function two(digits = ''): string {
  return digits.padStart(2, '0')
}
