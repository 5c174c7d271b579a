import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnPhases, LEAST_PHASE_PX } from './drawn-phases'
import { LIFE_PHASES, type LifePhase, type LifePhaseKind } from './timeline-item'

const phase = (kind: LifePhaseKind, from: number, to: number): LifePhase => ({
  kind,
  from,
  solidFrom: from,
  solidTo: to,
  to,
})
const LIFE = { phases: [phase('waiting', 0, 2), phase('grace', 2, 30), phase('force', 30, 1000)], dates: [] }

const someLife = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 1 }))
  .map(([lengths, skip]) => {
    let from = 0
    const kinds = LIFE_PHASES.filter((kind) => kind !== 'decided').slice(skip)
    const phases = lengths.slice(0, kinds.length).map((length, at) => {
      const made = phase(kinds[at] ?? 'force', from, from + length)
      from += length
      return made
    })
    return { phases, dates: [] }
  })

describe('the phases that can be seen', () => {
  it('are all of them where each has room', () => {
    expect(drawnPhases(LIFE, 2)).toEqual(LIFE.phases)
  })

  it('begin with what is too short before them', () => {
    expect(drawnPhases(LIFE, 1)).toMatchObject([
      { kind: 'grace', from: 0, to: 30 },
      { kind: 'force', from: 30 },
    ])
    expect(drawnPhases(LIFE, 0.05)).toMatchObject([{ kind: 'force', from: 0, solidFrom: 0, to: 1000 }])
    expect(drawnPhases(LIFE, 0.001)).toMatchObject([{ kind: 'force', from: 0, to: 1000 }])
  })

  it('end with what is too short after them', () => {
    const life = { phases: [phase('waiting', 0, 900), phase('force', 900, 901)], dates: [] }
    expect(drawnPhases(life, 1)).toMatchObject([{ kind: 'waiting', from: 0, solidTo: 901, to: 901 }])
  })

  it('cover the whole life without a gap, in order, none of them too narrow if there are several', () => {
    fc.assert(
      fc.property(someLife, fc.double({ min: 0.001, max: 20, noNaN: true }), (life, pxPerDay) => {
        const drawn = drawnPhases(life, pxPerDay)
        expect(drawn[0]?.from).toBe(0)
        expect(drawn.at(-1)?.to).toBe(life.phases.at(-1)?.to)
        for (const [at, { from, solidFrom, solidTo, to, kind }] of drawn.entries()) {
          if (at > 0) expect(from).toBe(drawn[at - 1]?.to)
          expect([solidFrom, solidTo]).toEqual([from, to])
          expect(life.phases.map((one) => one.kind)).toContain(kind)
          if (drawn.length > 1) expect((to - from) * pxPerDay).toBeGreaterThanOrEqual(LEAST_PHASE_PX)
        }
      }),
    )
  })
})
