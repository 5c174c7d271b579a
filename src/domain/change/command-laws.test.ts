import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { arbitraryNames, arbitraryText } from '../../testing/arbitrary-values'
import { arbitraryRecords } from '../../testing/arbitraries'
import { documentOf, type Document } from '../model/document'
import { CONFIDENCES } from '../model/evidence'
import { LINK_KINDS } from '../model/link'
import type { Result } from '../model/problem'
import { referencesOf } from '../model/record-references'
import { applyChange, invert, sameRecord } from './apply'
import { bulkEdit } from './bulk-edit'
import { Change } from './change'
import { deleteRecords, planDeletion } from './delete-records'
import { freshId } from './fresh-id'
import { inOneStep } from './in-one-step'
import { linkRecords, unlink } from './link-commands'
import { createRecord, duplicateRecord, editRecord } from './record-commands'
import { squash } from './squash'

type Command = (document: Document) => Result<Change>

/** A record of the document by a number that says nothing of how many there are. */
const pick = (document: Document, at: number): string => [...document.records.keys()][at % document.records.size] ?? ''

const at = fc.nat(1000)
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.tuple(at, arbitraryNames).map(([i, name]): Command => (document) => {
    const source = document.records.get(pick(document, i))
    return source === undefined || !('name' in source)
      ? editRecord(document, { id: 'none', fields: {} })
      : createRecord(document, { ...source, name, id: freshId(name.en, document.records) })
  }),
  fc.tuple(at, arbitraryNames, fc.constantFrom(...CONFIDENCES)).map(
    ([i, name, confidence]): Command =>
      (document) =>
        editRecord(document, { id: pick(document, i), fields: { name, confidence, summary: undefined } }),
  ),
  at.map(
    (i): Command =>
      (document) =>
        duplicateRecord(document, { id: pick(document, i), now: '2026-01-01T00:00:00Z' }),
  ),
  fc.array(at, { minLength: 1, maxLength: 3 }).map(
    (all): Command =>
      (document) =>
        deleteRecords(
          document,
          all.map((i) => pick(document, i)),
        ),
  ),
  fc.tuple(at, at, fc.constantFrom(...LINK_KINDS)).map(
    ([from, to, kind]): Command =>
      (document) =>
        linkRecords(document, { kind, from: pick(document, from), to: pick(document, to) }),
  ),
  at.map(
    (i): Command =>
      (document) =>
        unlink(document, { id: pick(document, i) }),
  ),
  fc.tuple(at, at, fc.constantFrom(...CONFIDENCES)).map(
    ([i, j, value]): Command =>
      (document) =>
        bulkEdit(document, { ids: [pick(document, i), pick(document, j)], fields: { confidence: { value } } }),
  ),
)

interface Step {
  readonly before: Document
  readonly change: Change
  readonly after: Document
}

/** The steps that a run of commands makes, refused ones left out; ends where everything is deleted. */
function run(start: Document, commands: readonly Command[]): Step[] {
  const steps: Step[] = []
  let before = start
  for (const each of commands) {
    if (before.records.size === 0) break
    const result = each(before)
    if (!result.ok) continue
    const after = applyChange(before, result.value)
    steps.push({ before, change: result.value, after })
    before = after
  }
  return steps
}

const start = arbitraryRecords.map(documentOf)
/** Each run checks whole documents after every step; few runs hold many steps. */
const RUNS = { numRuns: 40 }
const runs = fc.tuple(start, fc.array(command, { minLength: 1, maxLength: 10 }))
const sameDocument = (a: Document, b: Document): void => {
  expect([...a.records.keys()].toSorted()).toEqual([...b.records.keys()].toSorted())
  for (const [id, record] of a.records) expect(sameRecord(record, b.records.get(id) ?? null), id).toBe(true)
}

describe('commands of records', () => {
  it('make changes that pass the schema unaltered and are taken back whole', () => {
    fc.assert(
      fc.property(runs, ([document, commands]) => {
        for (const { before, change, after } of run(document, commands)) {
          expect(v.parse(Change, JSON.parse(JSON.stringify(change)))).toEqual(change)
          expect(invert(invert(change))).toEqual(change)
          sameDocument(applyChange(after, invert(change)), before)
          expect(squash(change, invert(change))).toBeNull()
        }
      }),
      RUNS,
    )
  })

  it('leave no reference that leads nowhere or to a record of a wrong type', () => {
    fc.assert(
      fc.property(runs, ([document, commands]) => {
        const last = run(document, commands).at(-1)?.after ?? document
        for (const record of last.records.values())
          for (const { path, to, types } of referencesOf(record))
            expect([record.id, path, types.includes(last.records.get(to)?.type ?? 'link')]).toEqual([
              record.id,
              path,
              true,
            ])
      }),
      RUNS,
    )
  })

  it('in one step do what they do in turn', () => {
    fc.assert(
      fc.property(runs, ([document, commands]) => {
        const steps = run(document, commands)
        const replay = steps.map(({ change }): Command => () => ({ ok: true, value: change }))
        const both = inOneStep(document, replay)
        sameDocument(both.ok ? applyChange(document, both.value) : document, steps.at(-1)?.after ?? document)
      }),
      RUNS,
    )
  })

  it('plan a deletion that is what the step then does', () => {
    fc.assert(
      fc.property(start, fc.array(at, { minLength: 1, maxLength: 4 }), (document, all) => {
        const ids = all.map((i) => pick(document, i))
        const plan = planDeletion(document, ids)
        const result = deleteRecords(document, ids)
        expect(result.ok).toBe(plan.blockers.length === 0)
        if (!result.ok) return
        const touched = [...plan.asked, ...plan.alsoDeleted, ...plan.changed.map(({ from }) => from)]
        expect(Object.keys(result.value.edits).toSorted()).toEqual(touched.map(({ id }) => id).toSorted())
      }),
      RUNS,
    )
  })

  it('never throw, whatever text is given for a field', () => {
    fc.assert(
      fc.property(start, at, arbitraryText, fc.anything(), (document, i, field, value) => {
        const id = pick(document, i)
        for (const name of [field, 'date', 'specs', 'name', 'sources', 'target'])
          expect(typeof editRecord(document, { id, fields: { [name]: value } }).ok).toBe('boolean')
      }),
      RUNS,
    )
  })
})
