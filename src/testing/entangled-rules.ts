import fc from 'fast-check'
import { arbitraryRecords } from './arbitraries'
import { historyOf } from './histories'
import { documentOf, type Document } from '../domain/model/document'
import type { TapelineRecord } from '../domain/model/record'
import type { SpecValue } from '../domain/model/spec-value'

/**
 * Random workspaces whose rules are about CN and MO, lean on one another, and whose chips have figures near the limits:
 * the general ones rarely let two paragraphs meet in one chip.
 */
const entangledRecords: fc.Arbitrary<TapelineRecord[]> = fc
  .record({
    records: arbitraryRecords,
    forms: fc.array(fc.constantFrom('rule', 'letter', 'guidance', 'decision', undefined), {
      minLength: 6,
      maxLength: 6,
    }),
    values: fc.array(fc.constantFrom(1, 2, 3, 4), { minLength: 40, maxLength: 40 }),
    picks: fc.infiniteStream(fc.nat(9)),
  })
  .map(({ records, forms, values, picks }) => {
    const next = (): number => Number(picks.next().value)
    const ids = records.flatMap((each) => (each.type === 'rule' ? each.provisions.map(({ id }) => id) : []))
    return records.map((each, at): TapelineRecord => {
      if (each.type === 'chip') return { ...each, specs: figures(values.slice(at % 30)) }
      if (each.type !== 'rule') return each
      const provisions = each.provisions.map(
        ({ only: _only, replaces: _replaces, overrides: _overrides, ...part }) => ({
          ...part,
          item: 'chip' as const,
          destinations: ['CN', 'MO'],
          when: {
            metric: 'tpp' as const,
            operator: next() < 5 ? ('>=' as const) : ('<' as const),
            limit: 16 * (1 + (next() % 4)),
            unit: 'TPP',
          },
          ...(next() < 3 ? { overrides: ids.filter((id) => id !== part.id).slice(0, 1) } : {}),
          ...(next() < 2 ? { replaces: ids.filter((id) => id !== part.id).slice(-1) } : {}),
          ...(next() < 2 ? { only: { en: 'some', 'zh-Hant': '部分' } } : {}),
        }),
      )
      const form = forms[next() % forms.length]
      const { formulas: _formulas, form: _form, ...rest } = each
      return { ...rest, provisions, ...(form === undefined ? {} : { form }) }
    })
  })

export const entangled: fc.Arbitrary<Document> = entangledRecords.map(documentOf)
/** Such a workspace, and what edits made of it step by step. */
export const entangledHistory: fc.Arbitrary<Document[]> = historyOf(entangledRecords)

function figures(values: readonly number[]): SpecValue[] {
  return values.slice(0, (values[0] ?? 1) - 1).map((value) => ({
    metric: 'fp16',
    value,
    unit: 'TFLOPS',
    condition: ['dense'],
    sources: ['source-0'],
    confidence: 'reported',
  }))
}
