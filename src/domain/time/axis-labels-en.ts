import {
  ANY_DAY,
  clockOf,
  dayOfMonth,
  EVERY_MONTH,
  EVERY_WEEKDAY,
  monthOf,
  quarterOf,
  yearOf,
  type AxisLabels,
  type LabelForm,
} from './axis-label-form'
import { monthName, weekdayName, weekdayOf, type NameStyle } from './calendar-names'
import { yearInEnglish } from './date-phrases-en'
import { dayInWords } from './date-words'
import type { DayNumber } from './day-number'

const monthOn = (day: DayNumber, style: NameStyle): string => monthName(monthOf(day), 'en', style)
const weekdayOn = (day: DayNumber): string => weekdayName(weekdayOf(day), 'en', 'short')
const yearOn = (day: DayNumber): string => yearInEnglish(yearOf(day))

const clock: LabelForm = { label: clockOf, samples: ANY_DAY }
const dayNumber: LabelForm = { label: dayOfMonth, samples: ANY_DAY }
const year: LabelForm = { label: yearOn, samples: ANY_DAY }
const decade: LabelForm = {
  label: (day) => (yearOf(day) >= 1000 ? `${yearOf(day)}s` : yearOn(day)),
  samples: ANY_DAY,
}

/** `2000–2099`; before the year 1000 only the first year, with its era. */
const years = (span: number): LabelForm => ({
  label: (day) => (yearOf(day) >= 1000 ? `${yearOn(day)}–${yearOf(day) + span - 1}` : yearOn(day)),
  samples: ANY_DAY,
})
const monthAndYear = (style: NameStyle): LabelForm => ({
  label: (day) => `${monthOn(day, style)} ${yearOn(day)}`,
  samples: EVERY_MONTH,
})

export const ENGLISH_LABELS: AxisLabels = {
  minor: {
    hour: [clock],
    'three-hours': [clock],
    'six-hours': [clock],
    day: [{ label: (day) => `${weekdayOn(day)} ${dayOfMonth(day)}`, samples: EVERY_WEEKDAY }, dayNumber],
    week: [{ label: (day) => `${dayOfMonth(day)} ${monthOn(day, 'short')}`, samples: EVERY_MONTH }, dayNumber],
    month: [
      { label: (day) => monthOn(day, 'long'), samples: EVERY_MONTH },
      { label: (day) => monthOn(day, 'short'), samples: EVERY_MONTH },
    ],
    quarter: [{ label: (day) => `Q${quarterOf(day)}`, samples: ANY_DAY }],
    half: [{ label: (day) => (monthOf(day) === 1 ? 'H1' : 'H2'), samples: ANY_DAY }],
    year: [year],
    'five-years': [year],
    decade: [decade],
    'twenty-years': [year],
    century: [years(100), year],
    millennium: [year],
  },
  major: {
    day: [
      { label: (day) => `${weekdayOn(day)} ${dayInWords(day, 'en')}`, samples: [...EVERY_WEEKDAY, ...EVERY_MONTH] },
      { label: (day) => `${dayOfMonth(day)} ${monthOn(day, 'short')} ${yearOn(day)}`, samples: EVERY_MONTH },
    ],
    month: [monthAndYear('long'), monthAndYear('short')],
    year: [year],
    decade: [decade],
    century: [years(100), year],
    millennium: [years(1000), year],
  },
}
