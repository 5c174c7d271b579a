import { existsSync, readFileSync, renameSync } from 'node:fs'
import * as v from 'valibot'

type Entries = Record<string, v.GenericSchema>
type Values<E extends Entries> = { [K in keyof E]: v.InferOutput<E[K]> }

/**
 * Reads a small JSON file of named values. What cannot be read falls back to its default, one value
 * at a time; the file is then set aside as `.bad`, because the next write would lose what it held.
 * Never throws. Names it does not know are passed over: a newer version may have written them.
 */
export function readJsonFile<E extends Entries>(file: string, entries: E, defaults: Values<E>): Values<E> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    // Not there is the usual case; a folder of that name is set aside like any other bad file.
    if (existsSync(file)) setAside(file)
    return defaults
  }
  const read = parseObject(text)
  let bad = read === null
  const values: Record<string, unknown> = { ...defaults }
  for (const [name, schema] of Object.entries(entries)) {
    if (read === null || !Object.hasOwn(read, name)) continue
    const parsed = v.safeParse(schema, read[name])
    if (parsed.success) values[name] = parsed.output
    else bad = true
  }
  if (bad) setAside(file)
  return values as Values<E>
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

function setAside(file: string): void {
  let name = `${file}.bad`
  for (let n = 2; existsSync(name); n += 1) name = `${file}.bad-${String(n)}`
  try {
    renameSync(file, name)
  } catch (error) {
    console.error(`${file} cannot be read and cannot be set aside:`, error)
  }
}
