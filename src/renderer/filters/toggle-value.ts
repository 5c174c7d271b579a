/** A list with a value added, or taken out where it was in. */
export function withValue<T>(list: readonly T[], value: T, wanted: boolean): T[] {
  const rest = list.filter((item) => item !== value)
  return wanted ? [...rest, value] : rest
}

/** Choices to show: those that occur, and those still chosen though nothing has them any more. */
export function choiceRows<T>(counts: ReadonlyMap<T, number>, chosen: readonly T[]): { value: T; count: number }[] {
  const rows = [...counts].map(([value, count]) => ({ value, count }))
  for (const value of chosen) if (!counts.has(value)) rows.push({ value, count: 0 })
  return rows
}
