import { monthName, type NameStyle } from './calendar-names'
import type { DateParts } from './date-parts'
import type { DatePhrases } from './date-phrases'

const ORDINALS = ['first', 'second', 'third', 'fourth'] as const
const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const
const THIRDS = ['first', 'middle', 'last'] as const

/** A year: `2026`; before the year 1000 with its era, so that it cannot be taken for a day. */
export function yearInEnglish(year: number): string {
  if (year <= 0) return `${1 - year} BCE`
  return year < 1000 ? `${year} CE` : String(year)
}

/** A part of a year by its ISO 8601-2 number, 21 to 41. */
function partInEnglish(part: number, year: string, style: NameStyle): string {
  if (part <= 24) return `${SEASONS[part - 21] ?? ''} ${year}`
  if (part <= 28) return `${SEASONS[part - 25] ?? ''} ${year} (northern hemisphere)`
  if (part <= 32) return `${SEASONS[part - 29] ?? ''} ${year} (southern hemisphere)`
  if (part <= 36) return style === 'short' ? `Q${part - 32} ${year}` : `${ORDINALS[part - 33] ?? ''} quarter of ${year}`
  if (part <= 39) return `${THIRDS[part - 37] ?? ''} four months of ${year}`
  return style === 'short' ? `H${part - 39} ${year}` : `${ORDINALS[part - 40] ?? ''} half of ${year}`
}

function pointIn(style: NameStyle): DatePhrases['point'] {
  const month = (value: number) => monthName(value, 'en', style)
  return (parts) => {
    switch (parts.kind) {
      case 'day':
        return `${parts.day} ${month(parts.month)} ${yearInEnglish(parts.year)}`
      case 'month': {
        const words = `${month(parts.month)} ${yearInEnglish(parts.year)}`
        return parts.dayUnknown && style === 'long' ? `${words} (day unknown)` : words
      }
      case 'part':
        return partInEnglish(parts.part, yearInEnglish(parts.year), style)
      case 'year': {
        const words = yearInEnglish(parts.year)
        return parts.monthUnknown && style === 'long' ? `${words} (month unknown)` : words
      }
      case 'months': {
        const [first, last] = [month(parts.first), month(parts.last)]
        const year = yearInEnglish(parts.year)
        return style === 'long' ? `between ${first} and ${last} ${year}` : `${first}–${last} ${year}`
      }
      case 'decade':
        return parts.first >= 1000 ? `${parts.first}s` : `${yearInEnglish(parts.first)} – ${yearInEnglish(parts.last)}`
      case 'century': {
        const years =
          parts.first >= 1000
            ? `${parts.first}–${parts.last}`
            : `${yearInEnglish(parts.first)} – ${yearInEnglish(parts.last)}`
        return style === 'long' ? `century ${years}` : years
      }
      case 'estimate':
        return `${yearInEnglish(parts.year)} (between ${yearInEnglish(parts.first)} and ${yearInEnglish(parts.last)})`
      case 'pattern':
        return style === 'long' ? `${parts.pattern} (X is an unknown digit)` : parts.pattern
    }
  }
}

function runIn(style: NameStyle): DatePhrases['run'] {
  const month = (value: number) => monthName(value, 'en', style)
  return (from: DateParts, to: DateParts) => {
    if (from.kind === 'year' && to.kind === 'year') {
      const plain = from.year >= 1000 && to.year >= 1000 && !from.monthUnknown && !to.monthUnknown
      return plain ? `${from.year}–${to.year}` : null
    }
    if (!('year' in from) || !('year' in to) || from.year !== to.year) return null
    const year = yearInEnglish(from.year)
    if (from.kind === 'day' && to.kind === 'day')
      return from.month === to.month
        ? `${from.day}–${to.day} ${month(from.month)} ${year}`
        : `${from.day} ${month(from.month)} – ${to.day} ${month(to.month)} ${year}`
    if (from.kind === 'month' && to.kind === 'month' && !from.dayUnknown && !to.dayUnknown)
      return `${month(from.month)}–${month(to.month)} ${year}`
    if (from.kind === 'part' && to.kind === 'part' && isQuarter(from.part) && isQuarter(to.part))
      return style === 'short'
        ? `Q${from.part - 32}–Q${to.part - 32} ${year}`
        : `${ORDINALS[from.part - 33] ?? ''} to ${ORDINALS[to.part - 33] ?? ''} quarter of ${year}`
    return null
  }
}

const isQuarter = (part: number): boolean => part >= 33 && part <= 36

function takesArticle(parts: DateParts): boolean {
  return parts.kind === 'part' ? parts.part >= 33 : parts.kind === 'decade' || parts.kind === 'century'
}

function listed(words: readonly string[], last: string): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`
}

const shared = {
  fromTo: (from, to) => `${from} – ${to}`,
  within: (words) => `within ${words}`,
  or: (words) => listed(words, 'or'),
  and: (words) => listed(words, 'and'),
  earlier: (words, all) => `${words} ${all ? 'and' : 'or'} earlier`,
  later: (words, all) => `${words} ${all ? 'and' : 'or'} later`,
} satisfies Partial<DatePhrases>

export const ENGLISH: DatePhrases = {
  ...shared,
  point: pointIn('long'),
  run: runIn('long'),
  about: (words, parts) => (takesArticle(parts) ? `about the ${words}` : `about ${words}`),
  uncertain: (words) => `${words} (uncertain)`,
  ongoing: (from) => `${from}, ongoing`,
  endUnknown: (from) => `${from}, end unknown`,
  until: (to) => `until ${to}`,
  startUnknown: (to) => `until ${to}, start unknown`,
}

export const SHORT_ENGLISH: DatePhrases = {
  ...shared,
  point: pointIn('short'),
  run: runIn('short'),
  about: (words) => `c. ${words}`,
  uncertain: (words) => `${words}?`,
  ongoing: (from) => `from ${from}`,
  endUnknown: (from) => `${from} – ?`,
  until: (to) => `until ${to}`,
  startUnknown: (to) => `? – ${to}`,
}
