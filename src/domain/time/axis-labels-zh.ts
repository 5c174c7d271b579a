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
import { monthName, weekdayName, weekdayOf } from './calendar-names'
import { yearInChinese } from './date-phrases-zh'
import { dayInWords } from './date-words'
import type { DayNumber } from './day-number'

const monthOn = (day: DayNumber): string => monthName(monthOf(day), 'zh-Hant')
const weekdayOn = (day: DayNumber): string => weekdayName(weekdayOf(day), 'zh-Hant', 'short')
const yearOn = (day: DayNumber): string => yearInChinese(yearOf(day))

const clock: LabelForm = { label: clockOf, samples: ANY_DAY }
const dayNumber: LabelForm = { label: (day) => `${dayOfMonth(day)}日`, samples: ANY_DAY }
const bareDayNumber: LabelForm = { label: dayOfMonth, samples: ANY_DAY }
const year: LabelForm = { label: yearOn, samples: ANY_DAY }
const bareYear: LabelForm = { label: (day) => yearOn(day).replace(/年$/, ''), samples: ANY_DAY }
const decade: LabelForm = {
  label: (day) => (yearOf(day) >= 1000 ? `${yearOf(day)}年代` : yearOn(day)),
  samples: ANY_DAY,
}

/** `2000–2099年`; before the year 1000 only the first year, with its era. */
const years = (span: number): LabelForm => ({
  label: (day) => (yearOf(day) >= 1000 ? `${yearOf(day)}–${yearOf(day) + span - 1}年` : yearOn(day)),
  samples: ANY_DAY,
})

export const CHINESE_LABELS: AxisLabels = {
  minor: {
    hour: [clock],
    'three-hours': [clock],
    'six-hours': [clock],
    day: [
      { label: (day) => `${dayOfMonth(day)}日 ${weekdayOn(day)}`, samples: EVERY_WEEKDAY },
      dayNumber,
      bareDayNumber,
    ],
    week: [{ label: (day) => `${monthOn(day)}${dayOfMonth(day)}日`, samples: EVERY_MONTH }, dayNumber, bareDayNumber],
    month: [{ label: monthOn, samples: EVERY_MONTH }],
    quarter: [{ label: (day) => `第${quarterOf(day)}季`, samples: ANY_DAY }],
    half: [{ label: (day) => (monthOf(day) === 1 ? '上半年' : '下半年'), samples: ANY_DAY }],
    year: [year, bareYear],
    'five-years': [year, bareYear],
    decade: [decade, bareYear],
    'twenty-years': [year, bareYear],
    century: [years(100), year],
    millennium: [year],
  },
  major: {
    day: [
      {
        label: (day) => `${dayInWords(day, 'zh-Hant')} ${weekdayOn(day)}`,
        samples: [...EVERY_WEEKDAY, ...EVERY_MONTH],
      },
      { label: (day) => dayInWords(day, 'zh-Hant'), samples: EVERY_MONTH },
    ],
    month: [{ label: (day) => `${yearOn(day)}${monthOn(day)}`, samples: EVERY_MONTH }],
    year: [year, bareYear],
    decade: [decade],
    century: [years(100), year],
    millennium: [years(1000), year],
  },
}
