import { describe, expect, it } from 'vitest'
import { aChip, anOrganisation, aRule, named } from '../../testing/builders'
import type { ControlMetric } from '../model/control-metric'
import { circlesIn } from '../model/definition-circle'
import { documentOf } from '../model/document'
import type { Provision } from '../model/rule'
import { dayNumberOf } from '../time/day-number'
import { controlsIndex } from './controls-index'
import { reckon } from './reckon'
import { paragraphCatches } from './paragraph-catches'
import { definitionsOf, rulebookOf, standingOn } from './rulebook'
import { playing, verdictOf, type Verdict } from './verdict'

const day = (year: number, month: number, date = 1): number => dayNumberOf({ year, month, day: date })
const part = (over: Partial<Provision> = {}): Provision => ({
  id: 'rule-2022.p',
  reference: 'p',
  chips: ['h200'],
  words: named('words'),
  destinations: ['CN'],
  outcome: { step: 'presumption-of-denial', conditions: [] },
  sources: [],
  ...over,
})
const standing = (rule: Parameters<typeof aRule>[0], on: number) => {
  const book = rulebookOf(documentOf([aRule({ announced: '2022-01-01', effective: '2022-02-01', ...rule })]))
  const entry = book.rules.get('rule-2022')
  return entry === undefined ? undefined : standingOn(entry, on).state
}

describe('a rule', () => {
  it.each([
    ['before it is announced', {}, day(2021, 12, 31), 'unknown'],
    ['announced', {}, day(2022, 1, 1), 'announced'],
    ['on its first day', {}, day(2022, 2, 1), 'in-force'],
    ['on the first day after its end', { ended: '2022-05-01' }, day(2022, 5, 1), 'ended'],
    // rule-2025-01-ai-diffusion: rescinded two days before it applied (bis_20250513).
    ['ended before it bound', { ended: '2022-01-15' }, day(2022, 3, 1), 'ended'],
    ['in a quarter of which the day is unknown', { effective: '2022-34' }, day(2022, 5, 1), 'undetermined'],
    ['on the last day of that quarter', { effective: '2022-34' }, day(2022, 6, 30), 'in-force'],
    ['without a day of effect', { effective: undefined }, day(2023, 1, 1), 'announced'],
    ['as a letter without a day of effect', { form: 'letter', effective: undefined }, day(2022, 1, 1), 'in-force'],
    ['as a decision', { form: 'decision' }, day(2023, 1, 1), 'announced'],
  ] as const)('%s', (_, over, on, state) => {
    const { effective, ...rest } = { effective: '2022-02-01', ...over }
    expect(standing({ ...rest, ...(effective === undefined ? { effective: '' } : { effective }) }, on)).toBe(state)
  })

  it('ends where one that supersedes it begins to bind', () => {
    const successor = aRule({ id: 'next', announced: '2023-01-01', effective: '2023-06-01', supersedes: ['rule-2022'] })
    const old = rulebookOf(documentOf([aRule(), successor])).rules.get('rule-2022')
    if (old === undefined) throw new Error('no rule')
    expect([standingOn(old, day(2023, 5, 31)).state, standingOn(old, day(2023, 6, 1)).state]).toEqual([
      'in-force',
      'ended',
    ])
  })
})

describe('paragraphs together', () => {
  const on = day(2024, 6)
  const outcome = (...rules: ReturnType<typeof aRule>[]): Verdict => {
    const found = verdictOf(controlsIndex(documentOf([anOrganisation(), aChip(), ...rules])), 'h200', 'CN', on)
    if (found === null) throw new Error('no chip')
    return found
  }
  const base = aRule({ provisions: [part()] })
  const other = (over: Partial<Provision>, effective = '2023-01-01') =>
    aRule({ id: 'other', effective, provisions: [part({ id: 'other.p', ...over })] })
  const eased = { outcome: { step: 'case-by-case' as const, conditions: [] }, overrides: ['rule-2022.p'] }

  it('count the strictest', () => {
    expect(outcome(base, other({ outcome: { step: 'prohibited', conditions: [] } })).status.outcome).toBe('prohibited')
  })

  it('give way to one that overrides them, for chips that it catches too', () => {
    const found = outcome(base, other(eased))
    expect(found.status.outcome).toBe('case-by-case')
    expect(playing(found, 'decides', 'replaced').map((each) => each.part)).toEqual(['replaced', 'decides'])
    expect(outcome(base, other({ ...eased, chips: ['h100'] })).status.outcome).toBe('presumption-of-denial')
  })

  it('are not eased by one that is only announced, nor by one for some alone', () => {
    expect(outcome(base, other(eased, '2025-01-01')).status.outcome).toBe('presumption-of-denial')
    const forSome = outcome(base, other({ ...eased, only: named('some') }))
    expect([forSome.status.outcome, forSome.status.forSome.length]).toEqual(['presumption-of-denial', 1])
  })

  it('catch nothing by easing alone', () => {
    expect(outcome(other(eased)).status.outcome).toBe('no-licence')
  })

  it('read as the one that replaces them, even where that one does not catch the chip', () => {
    expect(outcome(base, other({ replaces: ['rule-2022.p'], chips: ['h100'] })).status.outcome).toBe('no-licence')
  })

  it('leave what stays in the vendor’s country alone, unless they name the chip', () => {
    const home = anOrganisation({ jurisdiction: 'CN' })
    const measured = part({
      chips: undefined,
      when: { metric: 'tpp', operator: '>=', limit: 0, unit: 'TPP' },
    })
    const at = (provision: Provision) =>
      verdictOf(controlsIndex(documentOf([home, aChip(), aRule({ provisions: [provision] })])), 'h200', 'CN', on)
        ?.status
    expect(at(measured)).toMatchObject({ outcome: 'no-licence', atHome: true })
    expect(at(part())?.outcome).toBe('presumption-of-denial')
  })
})

describe('a formula of a rule', () => {
  const chip = {
    specs: [{ metric: 'tdp' as const, value: 700, unit: 'W', sources: ['a'], confidence: 'confirmed' as const }],
  }
  const formula = {
    metric: 'tpp' as const,
    reference: 'x',
    expression: { product: [{ spec: 'tdp' as const }, 2] },
    words: named('x'),
    sources: [],
  }

  it('holds for the rule and for those that amend it', () => {
    const book = rulebookOf(documentOf([aRule({ formulas: [formula] }), aRule({ id: 'later', amends: ['rule-2022'] })]))
    for (const id of ['rule-2022', 'later']) expect(reckon(chip, 'tpp', book.rules.get(id)?.formulas).value).toBe(1400)
    expect(reckon(chip, 'tpp').value).toBeNull()
  })

  it('that leads back to itself by way of a rule that it amends leaves chips undetermined', () => {
    const circle = (metric: ControlMetric, control: ControlMetric) => ({ ...formula, metric, expression: { control } })
    const when = { metric: 'tpp', operator: '>=', limit: 1, unit: 'TPP' } as const
    const base = aRule({ formulas: [circle('io-bandwidth', 'tpp')] })
    const amending = aRule({
      id: 'later',
      amends: ['rule-2022'],
      formulas: [circle('tpp', 'io-bandwidth')],
      provisions: [part({ id: 'later.p', chips: undefined, when })],
    })
    const index = controlsIndex(documentOf([anOrganisation(), aChip(chip), base, amending]))
    expect(paragraphCatches(index, 'later.p')).toMatchObject({ caught: [], open: ['h200'] })
    const found = circlesIn(amending.formulas ?? [], (metric) => definitionsOf(amending, [base])[metric])
    expect(found).toEqual([{ path: 'formulas[0].expression', metrics: ['tpp', 'io-bandwidth', 'tpp'] }])
  })

  it('that leads back to itself has no value', () => {
    expect(reckon(chip, 'tpp', { tpp: { product: [{ control: 'tpp' }, 2] } })).toMatchObject({ value: null })
  })
})
