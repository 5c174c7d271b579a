import fc from 'fast-check'
import { documentOf, type Document } from '../domain/model/document'
import type { TapelineRecord } from '../domain/model/record'
import { arbitraryRecords } from './arbitraries'

export const arbitraryHistory: fc.Arbitrary<Document[]> = historyOf(arbitraryRecords)

/**
 * A random document and what became of it, step by step: records replaced, deleted, added, or all put in another
 * order. What a step leaves alone is the same object in the next document.
 */
export function historyOf(workspaces: fc.Arbitrary<TapelineRecord[]>): fc.Arbitrary<Document[]> {
  const step = fc.tuple(workspaces, fc.array(fc.nat(9), { minLength: 1, maxLength: 20 }))
  return fc.array(step, { minLength: 2, maxLength: 5 }).map((steps) => {
    const documents: Document[] = []
    let records = new Map<string, TapelineRecord>()
    for (const [[others, dice], step] of steps.map((made, at) => [made, at] as const)) {
      const next = new Map(step === 0 ? [] : records)
      for (const [at, record] of others.entries()) {
        const chance = dice[at % dice.length] ?? 0
        if (step === 0 || chance < 3) next.set(record.id, record)
        else if (chance === 3) next.delete(record.id)
      }
      if (dice[0] === 9) records = new Map([...next].reverse())
      else records = next
      documents.push(documentOf(records.values()))
    }
    return documents
  })
}
