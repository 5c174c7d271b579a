import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallLaw } from '../../testing/small-law'
import { aChip, aRule, aSpec, named } from '../../testing/builders'
import { documentOf, recordsOfType, type Document } from '../model/document'
import { dayNumberOf } from '../time/day-number'
import { controlsIndex, type ControlsIndex } from './controls-index'
import { entangledHistory } from '../../testing/entangled-rules'
import { doubtsOn, ruleDays } from './grounds'
import type { ProvisionEntry } from './rulebook'
import { hypothetically } from './scenario'
import { segmentOn, segmentsOf } from './segments'
import { figureSwings } from './swings'

const PLACES = ['CN', 'MO'] as const
const DAY = dayNumberOf({ year: 2024, month: 6, day: 1 })

/** A paragraph leads to others and back again, so that it is told by its own values and the ids of the others. */
function told(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('replacedBy' in value)) return value
  const { entry, provision, replacedBy, overriddenBy } = value as ProvisionEntry
  const ids = [replacedBy, overriddenBy].map((list) => list.map((each) => [each.entry.rule.id, each.provision.id]))
  return { entry, provision, ids }
}

/** All that an index says, at length. */
function answersOf(index: ControlsIndex): string {
  const chips = [...index.chips.values()].flatMap((entry) =>
    PLACES.map((place) => {
      const segments = segmentsOf(index, entry, place)
      const { status } = segmentOn(segments, DAY)
      const marks = [doubtsOn(index, entry, place, DAY, status), figureSwings(index, entry, place, DAY)]
      return [entry, segments, marks]
    }),
  )
  const { rules, paragraphs, provisions, inWords } = index.rulebook
  return JSON.stringify([chips, [...rules], paragraphs, provisions, inWords, ruleDays(index)], told)
}

/** Asks for some things only: what was never asked for is not there to be taken over. */
function askSome(index: ControlsIndex, dice: readonly number[]): void {
  for (const [at, entry] of [...index.chips.values()].entries())
    if ((dice[at % dice.length] ?? 0) > 1) segmentsOf(index, entry, PLACES[at % 2] ?? 'CN')
}

/** The law as if one rule were not there. */
const without = (document: Document, before?: ControlsIndex): ControlsIndex =>
  hypothetically(
    document,
    {
      rules: [],
      without: recordsOfType(document, 'rule')
        .slice(0, 1)
        .map(({ id }) => id),
    },
    before,
  )

const someDice = fc.array(fc.nat(3), { minLength: 1, maxLength: 7 })

describe('an index that follows from the one before', () => {
  it('says after every edit what one made anew says', () => {
    fc.assert(
      fc.property(entangledHistory, someDice, (history, dice) => {
        let before: ControlsIndex | undefined
        for (const document of history) {
          const index = controlsIndex(document, { before })
          askSome(index, dice)
          if (dice[0] !== 0) expect(answersOf(index)).toBe(answersOf(controlsIndex(document)))
          before = index
        }
        if (before !== undefined) expect(answersOf(before)).toBe(answersOf(controlsIndex(before.document)))
      }),
      { numRuns: 60 },
    )
  })

  it('says so of a scenario, from the law or from the scenario before', () => {
    fc.assert(
      fc.property(entangledHistory, someDice, (history, dice) => {
        let [law, assumed]: [ControlsIndex | undefined, ControlsIndex | undefined] = [undefined, undefined]
        for (const document of history) {
          law = controlsIndex(document, { before: law })
          askSome(law, dice)
          assumed = without(document, dice[0] === 0 ? law : (assumed ?? law))
          expect(answersOf(assumed)).toBe(answersOf(without(document)))
          expect(answersOf(law)).toBe(answersOf(controlsIndex(document)))
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('what an edit cannot touch', () => {
  const records = smallLaw()
  const first = controlsIndex(documentOf(records))
  const segments = (index: ControlsIndex, chip: string) => {
    const entry = index.chips.get(chip)
    if (entry === undefined) throw new Error(chip)
    return segmentsOf(index, entry, 'CN')
  }
  for (const chip of first.chips.keys()) segments(first, chip)
  const after = (...changed: typeof records) => {
    const ids = new Set(changed.map(({ id }) => id))
    const there = new Map(changed.map((record) => [record.id, record]))
    const next = records.map((record) => there.get(record.id) ?? record)
    const added = changed.filter(({ id }) => ids.has(id) && !records.some((record) => record.id === id))
    return controlsIndex(documentOf([...next, ...added]), { before: first })
  }
  const stays = (index: ControlsIndex, chip: string): boolean => segments(index, chip) === segments(first, chip)

  it('is all, for a record that is neither chip nor rule nor vendor', () => {
    const index = after({ ...aRule(), type: 'source', id: 'new', publisher: 'x', title: 'y', access: 'full' } as never)
    expect(index.rulebook).toBe(first.rulebook)
    expect([...index.chips.keys()].every((chip) => stays(index, chip))).toBe(true)
  })

  it('is every other chip, for a chip', () => {
    const index = after(
      aChip({ id: 'middle', name: named('Middle'), announced: '2023-02-01', specs: [aSpec('fp8', 606)] }),
    )
    expect([stays(index, 'middle'), stays(index, 'large'), stays(index, 'small')]).toEqual([false, true, true])
  })

  it('is every chip that neither the old rule nor the new one concerns, for a rule', () => {
    const block = records.find(({ id }) => id === 'block')
    const index = after({ ...block, effective: '2025-01-01' } as never)
    expect([stays(index, 'large'), stays(index, 'middle'), stays(index, 'small')]).toEqual([false, true, true])
  })
})
