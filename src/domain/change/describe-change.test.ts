import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryRecords } from '../../testing/arbitraries'
import { aChip, anEvent } from '../../testing/builders'
import type { TapelineRecord } from '../model/record'
import type { SpecValue } from '../model/spec-value'
import { sameRecord } from './apply'
import { describeChange, fieldDifferences, type FieldDifference, type PathStep } from './describe-change'

/** Plain and slow: makes the other side out of one side and the differences alone. */
function applied(value: unknown, fields: readonly FieldDifference[]): unknown {
  const [only] = fields
  if (only?.path.length === 0) return only.to
  if (only === undefined) return value
  const groups = new Map<string, { step: PathStep; inside: FieldDifference[] }>()
  for (const field of fields) {
    const [step, ...path] = field.path
    if (step === undefined) throw new Error('a difference of the whole stands alone')
    const key = JSON.stringify(step)
    const group = groups.get(key) ?? { step, inside: [] }
    group.inside.push({ ...field, path })
    groups.set(key, group)
  }
  return Array.isArray(value) ? appliedToList(value, [...groups.values()]) : appliedToObject(value as object, groups)
}

type Group = { step: PathStep; inside: FieldDifference[] }

function appliedToObject(value: object, groups: ReadonlyMap<string, Group>): object {
  const result = new Map<string, unknown>(Object.entries(value))
  for (const { step, inside } of groups.values())
    result.set(step as string, applied(result.get(step as string), inside))
  return Object.fromEntries([...result].filter(([, each]) => each !== undefined))
}

function appliedToList(value: readonly unknown[], groups: readonly Group[]): unknown[] {
  const placed = new Map<number, unknown>()
  const touched = new Set<number>()
  for (const { step, inside } of groups) {
    const { fromAt, toAt } = step as Exclude<PathStep, string>
    if (fromAt !== null) touched.add(fromAt)
    if (toAt !== null) placed.set(toAt, applied(fromAt === null ? undefined : value[fromAt], inside))
  }
  const kept = value.filter((_, at) => !touched.has(at))
  const result: unknown[] = []
  while (kept.length > 0 || placed.has(result.length))
    result.push(placed.has(result.length) ? placed.get(result.length) : kept.shift())
  return result
}

/** Two states of one record: of one type mostly, so that the differences lie deep. */
const twoSides = fc
  .tuple(arbitraryRecords, arbitraryRecords, fc.nat(), fc.boolean())
  .filter(([a, b]) => a.length > 0 && b.length > 0)
  .map(([a, b, pick, sameType]): [TapelineRecord, TapelineRecord] => {
    const from = a[pick % a.length] as TapelineRecord
    const to = (sameType ? b.find(({ type }) => type === from.type) : undefined) ?? b[pick % b.length]
    return [from, { ...(to as TapelineRecord), id: from.id }]
  })

describe('the differences of two records', () => {
  it('leave nothing out: applied to one side they give the other', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(twoSides, ([from, to]) => {
        expect(sameRecord(applied(from, fieldDifferences(from, to)) as TapelineRecord, to)).toBe(true)
        expect(sameRecord(applied(to, fieldDifferences(to, from)) as TapelineRecord, from)).toBe(true)
        expect(sameRecord(applied({}, fieldDifferences(null, to)) as TapelineRecord, to)).toBe(true)
        expect(fieldDifferences(from, from)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('hold for lists of any kind: strings, spec values of one key, objects without one', () => {
    const spec = fc.record({
      metric: fc.constantFrom('fp8' as const, 'fp16' as const),
      value: fc.constantFrom(1, 2, 3),
      condition: fc.constantFrom(undefined, ['dense' as const], ['sparse' as const]),
      sources: fc.constant([]),
      confidence: fc.constantFrom('confirmed' as const, 'claimed' as const),
    })
    const chip = fc
      .record({
        specs: fc.array(spec, { maxLength: 6 }),
        sources: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 }),
        disagreements: fc.array(
          fc.record({
            field: fc.constantFrom('x', 'y'),
            value: fc.constantFrom('1', '2'),
            sources: fc.constant([]),
            confidence: fc.constant('claimed' as const),
          }),
          { maxLength: 4 },
        ),
      })
      .map((fields) => aChip(structuredClone(fields) as unknown as Partial<ReturnType<typeof aChip>>))
    fc.assert(
      fc.property(chip, chip, (from, to) => {
        expect(sameRecord(applied(from, fieldDifferences(from, to)) as TapelineRecord, to)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('match spec values by metric and condition, wherever they stand', () => {
    const memory: SpecValue = { metric: 'memory-capacity', value: 141, sources: [], confidence: 'confirmed' }
    const dense: SpecValue = { metric: 'fp8', value: 1979, condition: ['dense'], sources: [], confidence: 'confirmed' }
    const sparse: SpecValue = { ...dense, value: 3958, condition: ['sparse'] }
    const from = aChip({ specs: [memory, dense, sparse] })
    const to = aChip({ specs: [dense, { ...sparse, value: 3957 }] })
    expect(fieldDifferences(from, to)).toEqual([
      { path: ['specs', { fromAt: 0, toAt: null }], from: memory, to: undefined },
      { path: ['specs', { fromAt: 2, toAt: 1 }, 'value'], from: 3958, to: 3957 },
    ])
  })

  it('name an added source and a language of a name, and no more', () => {
    const from = anEvent({ sources: ['a', 'c'] })
    const to = { ...from, sources: ['a', 'b', 'c'], name: { ...from.name, en: 'Another' } }
    expect(fieldDifferences(from, to)).toEqual([
      { path: ['name', 'en'], from: from.name.en, to: 'Another' },
      { path: ['sources', { fromAt: null, toAt: 1 }], from: undefined, to: 'b' },
    ])
  })
})

describe('describeChange', () => {
  it('tells what was created, deleted and changed', () => {
    const [made, gone, old] = [anEvent({ id: 'made' }), anEvent({ id: 'gone' }), anEvent({ id: 'old' })]
    const found = describeChange({
      label: { action: 'edit', subject: old.name },
      edits: {
        made: { from: null, to: made },
        gone: { from: gone, to: null },
        old: { from: old, to: { ...old, date: '2030' } },
      },
    })
    expect(found.map(({ id, kind }) => [id, kind])).toEqual([
      ['made', 'created'],
      ['gone', 'deleted'],
      ['old', 'changed'],
    ])
    expect(found[0]?.fields.map(({ path }) => path[0])).toEqual(Object.keys(made))
    expect(found[2]?.fields).toEqual([{ path: ['date'], from: old.date, to: '2030' }])
  })
})
