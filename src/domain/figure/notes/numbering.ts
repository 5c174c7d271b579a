import type { RecordId } from '../../model/ids'

/** Numbers given to records in the order in which a reader meets them, from 1 without gaps. */
export class Numbering {
  private readonly numbers = new Map<RecordId, number>()

  /** The number of a record, which it gets now unless it has one. */
  meet(record: RecordId): number {
    const number = this.next(record)
    this.numbers.set(record, number)
    return number
  }

  /** The number that a record has or would get. */
  next(record: RecordId): number {
    return this.numbers.get(record) ?? this.numbers.size + 1
  }

  /** All records met, in order. */
  get met(): RecordId[] {
    return [...this.numbers.keys()]
  }
}

/** Numbers as text, runs of three or more drawn together: `1–3,7`. */
export function numbersText(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run?.[1] === number - 1) run[1] = number
    else runs.push([number, number])
  }
  return runs
    .flatMap(([first, last]) =>
      last - first >= 2
        ? [`${String(first)}–${String(last)}`]
        : first === last
          ? [String(first)]
          : [`${String(first)},${String(last)}`],
    )
    .join(',')
}
