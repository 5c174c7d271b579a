export interface NumberLimits {
  readonly min: number
  readonly max: number
  /** No part of one. */
  readonly whole?: boolean
}

/** A number as one types it, with a point or a comma; null for anything else, and outside of the limits. */
export function readNumber(text: string, { min, max, whole = false }: NumberLimits): number | null {
  const plain = text.normalize('NFKC').trim().replace(',', '.')
  if (!/^\d+(?:\.\d*)?$|^\.\d+$/.test(plain)) return null
  const value = Number(plain)
  return value >= min && value <= max && (!whole || Number.isInteger(value)) ? value : null
}
