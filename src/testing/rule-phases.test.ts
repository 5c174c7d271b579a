import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lifecycleOf, standingOf } from '../domain/controls/lifecycle'
import { readDates } from '../domain/layout/drawn-dates'
import { lifeOfRule, turnOfBinding } from '../domain/layout/rule-life'
import { RULE_FORMS } from '../domain/model/rule'
import { arbitraryDate } from './arbitrary-values'
import { aRule } from './builders'

const RANGE = { origin: 4000, horizon: 33_000 }
const maybe = fc.option(fc.oneof(arbitraryDate, fc.constantFrom('2024', '2024-06', '2024-06-11', '2024-06-11?')), {
  nil: undefined,
})
const dates = fc.record({ announced: maybe, published: maybe, effective: maybe, enforced: maybe, ended: maybe })

it('a rule is drawn on each day as what verdicts take it for', () => {
  fc.assert(
    fc.property(fc.constantFrom(...RULE_FORMS), dates, maybe, (form, given, effective) => {
      const { announced: _announced, effective: _effective, ...undated } = aRule({ form })
      const known = Object.entries(given).filter(([, text]) => text !== undefined)
      const rule = { ...undated, ...Object.fromEntries(known) }
      const { effective: _own, announced: _made, ...undatedToo } = aRule({ id: 'successor', form: 'rule' })
      const successor = { ...undatedToo, ...(effective === undefined ? {} : { effective }) }
      const superseded = turnOfBinding('rule', readDates(successor))
      const phases = lifeOfRule(rule.form, readDates(rule), RANGE, superseded)?.life.phases ?? []
      const life = lifecycleOf(rule)
      const binds = life.binds && { date: life.binds, of: rule.id }
      const after = lifecycleOf(successor).binds
      const ends = [
        ...(life.ended === null ? [] : [{ date: life.ended, of: `${rule.id}:ended` }]),
        ...(after === null ? [] : [{ date: after, of: successor.id }]),
      ]
      const firstDay = Math.min(...phases.map(({ from }) => from))
      const turns = phases.flatMap(({ from, solidFrom, solidTo, to }) => [from, solidFrom, solidTo, to].map(Math.floor))
      for (const day of turns.flatMap((turn) => [turn - 1, turn, turn + 1])) {
        const { state } = standingOf(life, binds, ends, day)
        const possible = phases.filter(({ from, to }) => day >= from && day < to).map(({ kind }) => kind)
        const certain = phases.find(({ solidFrom, solidTo }) => day >= solidFrom && day < solidTo)?.kind
        // A rule is drawn for its first day, though its end may have come before.
        if (possible.length === 0 || (day === firstDay && ['ended', 'undetermined'].includes(state))) continue
        const mayBind = possible.includes('force') || possible.includes('grace')
        const mayWait = possible.includes('waiting') || possible.includes('decided')
        if (state === 'in-force') expect(mayBind).toBe(true)
        if (state === 'announced') expect(mayWait).toBe(true)
        if (certain === 'force' || certain === 'grace') expect(state).toBe('in-force')
        else if (certain !== undefined) expect(['unknown', 'announced', 'undetermined']).toContain(state)
      }
    }),
  )
})
