import { describe, expect, it } from 'vitest'
import { en } from './en'
import { zhHant } from './zh-hant'

const leaves = (tree: object, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value as object, `${path}${key}.`),
  )
const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

const english = new Map(leaves(en))
const chinese = new Map(leaves(zhHant))

describe('messages', () => {
  it('say the same things in both languages, with the same places to fill', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
    for (const [path, text] of english) expect([path, places(chinese.get(path) ?? '')]).toEqual([path, places(text)])
  })

  it('leave nothing empty and hold none of the marks that the message format reads', () => {
    for (const [path, text] of [...english, ...chinese]) {
      expect(text.trim(), path).not.toBe('')
      expect(text.replaceAll(/\{\w+\}/g, ''), path).not.toMatch(/[{}@]/)
    }
  })

  it('exist for every path that a component asks for', () => {
    const sources = import.meta.glob<string>('../**/*.{vue,ts}', { query: '?raw', import: 'default', eager: true })
    const asked = Object.values(sources).flatMap((source) =>
      [...source.matchAll(/\b(?:t|counted)\(\s*'([\w.-]+)'/g)].map((match) => match[1] ?? ''),
    )
    expect(asked.length).toBeGreaterThan(20)
    expect(asked.filter((path) => !english.has(path))).toEqual([])
  })

  it('exist for every family of paths that a component builds', () => {
    const sources = import.meta.glob<string>('../**/*.{vue,ts}', { query: '?raw', import: 'default', eager: true })
    const families = Object.values(sources).flatMap((source) =>
      [...source.matchAll(/\b(?:t|counted)\(\s*`([\w.-]+)\./g)].map((match) => match[1] ?? ''),
    )
    const known = [...english.keys()]
    expect(families.filter((family) => !known.some((path) => path.startsWith(`${family}.`)))).toEqual([])
  })
})
