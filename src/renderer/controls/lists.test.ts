import { describe, expect, it } from 'vitest'
import { asOf } from '../../domain/controls/as-of'
import { controlValue } from '../../domain/controls/control-value'
import { controlsIndex } from '../../domain/controls/controls-index'
import { GATES } from '../../domain/controls/gate-state'
import { differences, hypothetically } from '../../domain/controls/scenario'
import { documentOf } from '../../domain/model/document'
import { dayNumberOf } from '../../domain/time/day-number'
import { aChip, aSpec } from '../../testing/builders'
import { smallLaw } from '../../testing/small-law'
import { besideOf, markedBeside, sharedBeside } from './beside'
import { changesByRule, gateDifferences } from './changes-list'
import { countUpTo } from './count-up-to'
import { chipsOf, standingGroups } from './standing-list'
import { absentFigures, workingLines, type Token } from './working-lines'
import { assumptionOf } from './assumption-form'

const day = (year: number, month = 1, date = 1): number => dayNumberOf({ year, month, day: date })
const document = documentOf(smallLaw())
const index = controlsIndex(document)
const groups = (at: number, gates = GATES) => standingGroups(index, asOf(index, 'CN', at), gates)

describe('the groups of a day', () => {
  it('are what both gates say, the strictest first, and what is not there last', () => {
    expect(groups(day(2025)).map(({ key, count }) => [key, count])).toEqual([
      ['presumption-of-denial prohibited', 1],
      ['presumption-of-denial no-licence', 1],
      ['undetermined no-licence', 1],
      ['no-licence no-licence', 1],
      ['not-announced not-announced', 1],
    ])
  })

  it('are of one gate alone where one is chosen', () => {
    expect(groups(day(2025), ['import']).map(({ key }) => key)).toEqual(['prohibited', 'no-licence', 'not-announced'])
  })

  it('name the paragraphs that decide at each gate', () => {
    const [first] = groups(day(2025))
    expect(
      first?.sections[0]?.says.map(({ gate, deciding }) => [gate, deciding.map(({ provision }) => provision.id)]),
    ).toEqual([
      ['export', ['law.a']],
      ['import', ['block.a']],
    ])
    expect(first && chipsOf(first)).toEqual(['large'])
  })

  it('hold every chip once', () => {
    for (const at of [day(2020), day(2023, 6), day(2024), day(2030)])
      expect(groups(at).flatMap(chipsOf).sort()).toEqual([...index.chips.keys()].sort())
  })
})

describe('what is said beside the outcome', () => {
  const status = (chip: string) => {
    const found = asOf(index, 'CN', day(2023, 11)).chips.get(chip)?.status
    if (found === undefined) throw new Error(chip)
    return found
  }

  it('is said once where all chips share it', () => {
    expect(besideOf(status('large')).map(({ kind, provision }) => [kind, provision.provision.id])).toEqual([
      ['pending', 'law.a'],
    ])
    expect(sharedBeside([status('large'), status('middle')])).toHaveLength(1)
    expect(sharedBeside([status('large'), status('small')])).toEqual([])
  })

  it('is said once of several, by letters, and of one alone beside it', () => {
    const pending = status('large')
    const [first] = pending.pending
    if (first === undefined) throw new Error('nothing pending')
    const other = { ...first, provision: { ...first.provision, id: 'other' } }
    const alone = { ...first, provision: { ...first.provision, id: 'alone' } }
    const bare = { ...pending, pending: [], forSome: [], charges: [] }
    const statuses = [
      { ...bare, pending: [first, other] },
      { ...bare, pending: [first], forSome: [alone] },
      { ...bare, pending: [other] },
      bare,
    ]
    expect(markedBeside(statuses).map(({ letter, beside }) => [letter, beside.provision.provision.id])).toEqual([
      ['a', first.provision.id],
      ['b', 'other'],
    ])
    expect(markedBeside(statuses.slice(0, 2)).map(({ beside }) => beside.provision)).toEqual([])
    expect(sharedBeside(statuses.slice(0, 2)).map(({ provision }) => provision)).toEqual([first])
  })
})

describe('changes between two days', () => {
  it('are listed by the rules that made them, the chips’ own dates last', () => {
    const found = changesByRule(index, 'CN', day(2023, 6), day(2024, 6))
    expect(found.map(({ rules, changes }) => [rules, changes.map(({ chip }) => chip)])).toEqual([
      [['law'], ['large', 'middle', 'blank']],
    ])
    expect(found[0]?.changes[0]?.gates).toEqual([
      { gate: 'export', before: 'no-licence', after: 'presumption-of-denial' },
    ])
    const own = changesByRule(index, 'CN', day(2025), day(2027))
    expect(own.map(({ rules, changes }) => [rules, changes.map(({ chip }) => chip)])).toEqual([[[], ['coming']]])
  })
})

describe('differences of a scenario', () => {
  it('are told gate by gate, neighbouring days that say the same as one', () => {
    const scenario = hypothetically(document, { rules: [], without: ['law'] })
    const found = gateDifferences(differences(index, scenario, 'CN')).filter(({ chip }) => chip === 'large')
    expect(found).toEqual([
      {
        chip: 'large',
        from: day(2024),
        to: Infinity,
        gates: [{ gate: 'export', before: 'presumption-of-denial', after: 'no-licence' }],
      },
    ])
  })
})

describe('arithmetic in lines', () => {
  const text = (token: Token): string =>
    token.kind === 'number'
      ? String(token.value)
      : token.kind === 'sign'
        ? token.sign
        : `${token.metric} ${String(token.value)}`
  const lines = (metric: 'tpp' | 'performance-density', ...specs: ReturnType<typeof aSpec>[]) => {
    const { working } = controlValue(aChip({ specs }), metric)
    return {
      working,
      lines: workingLines(working, metric).map(({ tokens, chosen }) => [tokens.map(text).join(' '), chosen]),
    }
  }

  it('puts the sum that counts first and names what was passed over', () => {
    const found = lines('tpp', aSpec('fp16', 500), aSpec('fp8', 1979))
    expect(found.lines).toEqual([
      ['fp8 1979 × 8 = 15832', true],
      ['fp16 500 × 16 = 8000', false],
    ])
    expect(absentFigures(found.working)).toEqual(['int8', 'fp4'])
  })

  it('works out a quantity within a quantity first', () => {
    expect(lines('performance-density', aSpec('fp8', 296), aSpec('die-area', 814)).lines.map(([line]) => line)).toEqual(
      ['fp8 296 × 8 = 2368', 'tpp 2368 ÷ die-area 814 = 2.9090909090909'],
    )
  })

  it('says what is not known', () => {
    const found = lines('performance-density', aSpec('fp8', 296))
    expect(found.lines.at(-1)?.[0]).toBe('tpp 2368 ÷ die-area null')
  })
})

describe('an assumption that is filled in', () => {
  const draft = {
    rule: 'law',
    kind: 'limit',
    provision: 'law.a',
    at: 0,
    limit: '21,000',
    date: '2025-13',
    step: 'notified',
  } as const
  it('is exact or none', () => {
    expect(assumptionOf(draft, document, [])).toEqual({
      kind: 'limit',
      rule: 'law',
      provision: 'law.a',
      at: 0,
      limit: 21_000,
    })
    expect(assumptionOf({ ...draft, limit: 'many' }, document, [])).toBeNull()
    expect(assumptionOf({ ...draft, limit: '' }, document, [])).toBeNull()
    expect(assumptionOf({ ...draft, kind: 'effective' }, document, [])).toBeNull()
    expect(assumptionOf({ ...draft, rule: 'none' }, document, [])).toBeNull()
  })

  it('gives a copy an id that is free', () => {
    const first = assumptionOf({ ...draft, kind: 'copy' }, document, [])
    expect(first).toMatchObject({ copy: 'law-what-if-1' })
    expect(first && assumptionOf({ ...draft, kind: 'copy' }, document, [first])).toMatchObject({
      copy: 'law-what-if-2',
    })
  })
})

it('counts numbers up to a limit', () => {
  expect([-1, 0, 1, 5, 9].map((limit) => countUpTo([0, 2, 5, 5], limit))).toEqual([0, 1, 1, 4, 4])
})
