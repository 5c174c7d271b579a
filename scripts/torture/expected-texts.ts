import { dirname, join } from 'node:path'
import { randomOf } from './random'

/** What a child with that seed exports and types at each of its steps, for whoever checks it. */
export const exportFile = (file: string): string => join(dirname(file), 'figure.png')

export function exported(seed: number, n: number): Buffer {
  const random = randomOf(seed * 1000 + n)
  return Buffer.alloc(10_000 + random.below(600_000), `${String(seed)} ${String(n)} `)
}

export const typed = (seed: number, n: number): string => `${String(seed)} ${'晶'.repeat(n)}`
