import type { Locale } from '../../domain/model/names'
import type { Arrival } from '../document/arrival'

const BYTES_PER_GB = 1e9

/** The figures of a loading, as the reader's language writes them. */
export function loadingFigures({ done, total, tooLarge }: Arrival, locale: Locale): Record<string, string> {
  const count = (value: number): string => new Intl.NumberFormat(locale).format(value)
  const size = (bytes: number): string =>
    `${new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(bytes / BYTES_PER_GB)} GB`
  const figures = { done: count(done), total: count(total) }
  if (tooLarge === null) return figures
  const { neededBytes, roomBytes, mostRecords } = tooLarge
  return { ...figures, needed: size(neededBytes), free: size(roomBytes), most: count(inTwoDigits(mostRecords)) }
}

/** Never more than it is: it is a limit. */
function inTwoDigits(value: number): number {
  const step = 10 ** Math.max(0, String(value).length - 2)
  return Math.floor(value / step) * step
}
