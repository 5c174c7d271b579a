import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { aSpec } from '../../testing/builders'
import { documentOf, recordOfType, recordsOfType } from '../model/document'
import { TapelineRecord } from '../model/record'
import { dayNumberOf } from '../time/day-number'
import { asOf, byOutcome, changesBetween } from './as-of'
import { closeCalls, comparisonsOf, readCondition } from './condition-reading'
import { controlValue } from './control-value'
import { controlsIndex } from './controls-index'
import { chipLag } from './generation'
import { generationLag, lagSteps } from './generation-lag'
import { outcomeOverDate } from './verdict-over-date'
import { playing, verdictOf, type Verdict } from './verdict'

const FILES = ['sources', 'organisations', 'architectures', 'chips', 'events', 'rules', 'links']
const document = documentOf(
  FILES.flatMap((name) => {
    const text = readFileSync(new URL(`../../../data/${name}.json`, import.meta.url), 'utf8')
    return v.parse(v.array(TapelineRecord), JSON.parse(text))
  }),
)
const index = controlsIndex(document)

const day = (iso: string): number => {
  const [year = 0, month = 1, date = 1] = iso.split('-').map(Number)
  return dayNumberOf({ year, month, day: date })
}
const chip = (id: string) => {
  const found = recordOfType(document, 'chip', id)
  if (found === undefined) throw new Error(`no chip ${id}`)
  return found
}
const verdict = (id: string, on: string, ix = index): Verdict => {
  const found = verdictOf(ix, id, 'CN', day(on))
  if (found === null) throw new Error(`no chip ${id}`)
  return found
}
const ids = (readings: readonly { provision: { id: string } }[]): string[] =>
  readings.map(({ provision }) => provision.id)
const deciding = (each: Verdict): string[] => ids(playing(each, 'decides'))
const provision = (id: string) => {
  const found = index.rulebook.provisions.find((each) => each.provision.id === id)
  if (found?.provision.when === undefined) throw new Error(`no condition ${id}`)
  return { when: found.provision.when, formulas: found.entry.formulas }
}

const A = 'rule-2023-10-advanced-computing.3a090.a'
const B = 'rule-2024-04-correction.740.8'
const TEST_2022 = 'rule-2022-10-advanced-computing.3a090'
const CASE = 'rule-2026-01-license-review.case-by-case'

// facts.json, th-2023-a: 2 × MacTOPS × bit length, dense, the largest over the formats; sources fr_2023, lenzo, swkelly.
describe('H200 (epoch, swkelly, ascend950wp: 1,979 dense FP8)', () => {
  it('has a TPP of 15,832, and shows 1,979 × 8 with its sources', () => {
    const tpp = controlValue(chip('h200'), 'tpp')
    expect(tpp).toMatchObject({ value: 15_832, unit: 'TPP', working: { kind: 'largest', chosen: 0 } })
    const terms = tpp.working.kind === 'largest' ? tpp.working.terms[0] : undefined
    expect(terms).toMatchObject({
      kind: 'product',
      value: 15_832,
      terms: [
        {
          kind: 'figure',
          value: 1979,
          figure: { metric: 'fp8', unit: 'TFLOPS', spec: { sources: ['epoch', 'swkelly', 'ascend950wp'] } },
        },
        { kind: 'constant', value: 8 },
      ],
    })
  })

  it.each([
    ['not marked', {}],
    ['preferred, not marked', { preferred: true }],
    ['marked as sparse', { condition: ['sparse' as const] }],
  ])('still has 15,832 with 3,958 beside it, %s, and names that as sparse', (_, over) => {
    const h200 = chip('h200')
    const sparse = aSpec('fp8', 3958, { sources: ['saulelectric'], confidence: 'reported', ...over })
    const specs = h200.specs
      .filter(({ metric, preferred }) => metric !== 'fp8' || preferred)
      .map(({ preferred: _was, ...spec }) => spec)
    const tpp = controlValue({ specs: [sparse, ...specs] }, 'tpp')
    expect(tpp.value).toBe(15_832)
    expect(tpp.sparse.map(({ value, why }) => [value, why])).toEqual([
      [3958, sparse.condition === undefined ? 'probably-sparse' : 'sparse'],
    ])
  })
})

describe('H20 (epoch, swkelly, airen: 296 dense FP8, 814 mm²)', () => {
  it('has a TPP of 2,368, and with 814 mm² a density of 2.91 that 3A090.a does not catch', () => {
    const { when, formulas } = provision(A)
    expect(controlValue(chip('h20'), 'tpp').value).toBe(2368)
    expect(controlValue(chip('h20'), 'performance-density').value).toBeCloseTo(2.91, 2)
    expect(readCondition(when, chip('h20'), formulas).truth).toBe('not-met')
  })

  it('leaves the second prong of 3A090.a undetermined without a die area, and says that it is missing', () => {
    const h20 = chip('h20')
    const bare = { ...h20, specs: h20.specs.filter(({ metric }) => metric !== 'die-area') }
    const ix = controlsIndex({ records: new Map(document.records).set('h20', bare) })
    const found = verdict('h20', '2024-06-01', ix)
    expect(found.status).toMatchObject({
      outcome: 'undetermined',
      possible: ['no-licence', 'notified', 'presumption-of-denial'],
    })
    const a = found.readings.find((each) => each.provision.id === A)
    expect(a).toMatchObject({ part: 'undetermined', missing: [{ kind: 'figure', metric: 'die-area' }] })
    expect(a?.reading).toMatchObject({
      kind: 'any',
      parts: [{ truth: 'not-met' }, { kind: 'all', truth: 'undetermined' }],
    })
  })

  it.each([
    ['2025-04-08', 'no-licence', 'no-licence'],
    ['2025-04-09', 'licence-required', 'no-licence'], // nv_8k_2025: letter of 9 April 2025
    ['2025-07-20', 'licence-required', 'no-licence'], // afp_dates_jul: assured, no licence given
    ['2025-08-08', 'case-by-case', 'discouraged'], // quin_15, techstory_15: licences from 8 August; trt_cac
    ['2025-08-20', 'case-by-case', 'discouraged'], // phoneworld_h20: told to avoid it
  ])('on %s meets %s on leaving and %s on entering', (on, leaving, entering) => {
    const { gates } = verdict('h20', on).status
    expect([gates.export.outcome, gates.import.outcome]).toEqual([leaving, entering])
  })

  it('shows the assurance of July 2025 as announced and not yet law', () => {
    expect(ids(playing(verdict('h20', '2025-07-20'), 'pending'))).toEqual(['rule-2025-07-h20-assurance.chips'])
  })
})

describe('A100, A800 and H800', () => {
  it('A100 has 4,992 and with 826 mm² 6.04 (epoch, airen), and is caught in 2022-12 and in 2023-12', () => {
    expect(controlValue(chip('a100-80'), 'tpp').value).toBe(4992)
    expect(controlValue(chip('a100-80'), 'performance-density').value).toBeCloseTo(6.04, 2)
    const [first, second] = [verdict('a100-80', '2022-12-01'), verdict('a100-80', '2023-12-01')]
    expect(first.readings.find((each) => each.provision.id === TEST_2022)).toMatchObject({
      caught: 'met',
      part: 'decides',
    })
    expect([second.status.outcome, deciding(second)]).toEqual(['presumption-of-denial', [A]])
  })

  it('A800 with 400 GB/s (swkelly) is free on 2023-06-01 and caught on 2023-12-01, by the same record', () => {
    const free = verdict('a800', '2023-06-01')
    expect(free.status.outcome).toBe('no-licence')
    const test = free.readings.find((each) => each.provision.id === TEST_2022)
    expect(test?.reading === null || test?.reading === undefined ? [] : comparisonsOf(test.reading)).toMatchObject([
      { truth: 'not-met', margin: { absolute: -200, share: -1 / 3 } },
      { truth: 'met', margin: { absolute: 192 } },
    ])
    const caught = verdict('a800', '2023-12-01')
    expect([caught.status.outcome, deciding(caught)]).toEqual(['presumption-of-denial', [A]])
  })

  it('H800 came 165 days after 7 October 2022, was free, and is caught once the rule of October 2023 is in effect', () => {
    const announced = index.chips.get('h800')?.announced
    expect(announced?.first).toBe(announced?.last)
    expect((announced?.first ?? 0) - day('2022-10-07')).toBe(165)
    const outcomes = ['2023-06-01', '2023-11-16', '2023-11-17'].map((on) => verdict('h800', on).status.outcome)
    expect(outcomes).toEqual(['no-licence', 'no-licence', 'presumption-of-denial'])
  })
})

describe('MI325X (swkelly 20,919.2; epoch 20,800)', () => {
  it('is below 21,000 by less than 1 % with either source, and shows both', () => {
    const tpp = controlValue(chip('mi325x'), 'tpp')
    expect(tpp.value).toBe(20_919.2)
    expect(tpp.others.map(({ value, figure }) => [value, figure.spec.sources])).toEqual([[20_800, ['epoch']]])
    for (const value of [20_919.2, 20_800]) expect((21_000 - value) / 21_000).toBeLessThan(0.01)
    const found = verdict('mi325x', '2026-02-01').readings.find((each) => each.provision.id === CASE)
    expect(found?.caught).toBe('met')
    const close = found?.reading === null || found?.reading === undefined ? [] : closeCalls(found.reading, 0.01)
    expect(close.map(({ comparison }) => comparison.metric)).toEqual(['tpp'])
  })

  it('says that the verdict would change if 10.3 TB/s (tpu_rn) were right', () => {
    const { status, swings } = verdict('mi325x', '2026-02-01')
    expect(status.gates.export.outcome).toBe('case-by-case')
    expect(
      swings.map(({ figure, outcome }) => [figure.spec.metric, figure.value, figure.spec.sources, outcome]),
    ).toEqual([['memory-bandwidth', 10.3, ['tpu_rn'], 'presumption-of-denial']])
  })
})

describe('the limit itself (fr_2026: TPP below 21,000)', () => {
  it.each([
    [20_999, 'met'],
    [21_000, 'not-met'],
    [21_001, 'not-met'],
  ])('a TPP of %i: %s', (value, truth) => {
    const specs = [aSpec('tpp', value), aSpec('memory-bandwidth', 4.8)]
    const { when, formulas } = provision(CASE)
    expect(readCondition(when, { specs }, formulas).truth).toBe(truth)
  })
})

describe('H200 to China', () => {
  it('on 2025-06-01 is denied under 3A090.a (fr_2023, lenzo, swkelly)', () => {
    const found = verdict('h200', '2025-06-01')
    expect([found.status.outcome, deciding(found), found.covered]).toEqual(['presumption-of-denial', [A], true])
    expect(playing(found, 'decides')[0]?.sources).toEqual(expect.arrayContaining(['fr_2023', 'lenzo', 'epoch']))
  })

  it('on 2025-12-20 is still denied; the decision of 8 December is announced and not yet law (mediaite, aa_h200)', () => {
    const found = verdict('h200', '2025-12-20')
    expect(found.status.outcome).toBe('presumption-of-denial')
    expect(playing(found, 'pending').map(({ provision: { id, outcome } }) => [id, outcome.step])).toEqual([
      ['rule-2025-12-h200-decision.h200', 'case-by-case'],
    ])
    expect(found.status.forSome.map((each) => each.provision.id)).toContain('rule-2025-11-data-centres.chips')
  })

  it('on 2026-01-20 leaves case by case with six conditions, a tariff on the way (fr_2026, str_2026, wh_232)', () => {
    const found = verdict('h200', '2026-01-20')
    expect(found.status.gates.export.outcome).toBe('case-by-case')
    const [decides] = playing(found, 'decides').filter(({ gate }) => gate === 'export')
    expect([decides?.provision.id, decides?.rule.citation]).toEqual([CASE, '91 FR 1684, FR Doc. 2026-00789'])
    expect(decides?.provision.outcome.conditions).toHaveLength(6)
    expect(ids(playing(found, 'replaced'))).toEqual([A])
    expect(ids(playing(found, 'charge'))).toEqual(['rule-2026-01-section-232.band-1'])
    expect(playing(found, 'pending')).toEqual([])
  })

  it('on 2026-02-10 meets the customs block as reported, with the approval for three firms beside it (prisma_0114, bt_0128)', () => {
    const found = verdict('h200', '2026-02-10')
    expect(found.status.gates.import.outcome).toBe('prohibited')
    expect(found.status.gates.export.outcome).toBe('case-by-case')
    expect(ids(playing(found, 'for-some').filter(({ gate }) => gate === 'import'))).toEqual([
      'rule-2025-11-data-centres.chips',
      'rule-2026-01-h200-approval.h200',
    ])
  })

  it('changes between 2025-12-20 and 2026-01-20 by the rules of January alone', () => {
    const found = changesBetween(index, 'CN', day('2025-12-20'), day('2026-01-20')).find((each) => each.chip === 'h200')
    expect(found?.rules).toEqual([
      'rule-2025-12-h200-decision',
      'rule-2026-01-license-review',
      'rule-2026-01-section-232',
      'rule-2026-01-customs-block',
    ])
  })
})

describe('generations (seed, udn_tf)', () => {
  it('H200 is N-1 while Blackwell is the frontier in 2025-12, and N-2 after Rubin has shipped', () => {
    const [before, after] = ['2025-12-15', '2027-01-15'].map((on) => chipLag(document, 'h200', day(on), 'available'))
    expect([before?.frontier.generation.head.id, before?.generations]).toEqual(['blackwell', 1])
    expect([after?.frontier.generation.head.id, after?.generations]).toEqual(['rubin', 2])
  })

  it('says that Rubin may have been there, while its date is known only to the half-year', () => {
    const found = chipLag(document, 'h200', day('2026-10-01'), 'available')
    expect(found).toMatchObject({ generations: 1, frontier: { doubt: { text: '2026-41', precision: 'half' } } })
  })

  // GH200 carries the same GPU with a little more bandwidth, so it may come out before H200.
  it('on 2026-01-20 the best that may leave for China is N-1, with 15,832 of 60,000 TPP', () => {
    const question = { vendor: 'nvidia', destination: 'CN', by: 'available', gates: 'export' } as const
    const lag = generationLag(index, question, day('2026-01-20'))
    expect([lag?.frontierChip?.id, lag?.generations]).toEqual(['gb300', 1])
    expect(['h200', 'gh200']).toContain(lag?.best?.id)
    expect(lag?.ratios.tpp).toBeCloseTo(15_832 / 60_000, 12)
    const steps = lagSteps(index, question)
    expect(steps.map((step) => step.day)).toContain(day('2026-01-15'))
  })
})

describe('dates known only roughly', () => {
  it('gives no outcome for a quarter across a rule’s effective date, and says what is known', () => {
    // 2023-36 is the fourth quarter; the rule took effect on 17 November 2023 (fr_2023).
    expect(outcomeOverDate(index, 'a800', 'CN', '2023-36')).toMatchObject({
      known: false,
      date: { text: '2023-36', precision: 'quarter' },
      among: ['no-licence', 'presumption-of-denial'],
    })
    expect(outcomeOverDate(index, 'a800', 'CN', '2023-35')).toEqual({ known: true, outcome: 'no-licence' })
  })

  it('is undetermined where the rule’s own date is known only to the quarter', () => {
    const rule = recordOfType(document, 'rule', 'rule-2023-10-advanced-computing')
    if (rule === undefined) throw new Error('no rule')
    const vague = controlsIndex({
      records: new Map(document.records).set(rule.id, { ...rule, effective: '2023-36' }),
    })
    const found = verdict('a800', '2023-11-20', vague)
    expect(found.status).toMatchObject({ outcome: 'undetermined', possible: ['no-licence', 'presumption-of-denial'] })
    const a = found.readings.find((each) => each.provision.id === A)
    expect(a).toMatchObject({
      part: 'undetermined',
      standing: { begins: { date: { text: '2023-36', precision: 'quarter' } } },
    })
    expect(verdict('a800', '2023-12-31', vague).status.outcome).toBe('presumption-of-denial')
  })
})

describe('what the facts do not settle', () => {
  it.each([
    ['mi308x', '2024-06-01'], // two estimates that do not fit together; the vendor published none
    ['l40s', '2024-06-01'], // rates from memory only
    ['rtx4090', '2023-06-01'], // no I/O bandwidth
  ])('%s on %s is undetermined', (id, on) => {
    expect(verdict(id, on).status.outcome).toBe('undetermined')
  })

  it('has no limits in figures for Russia, and says so', () => {
    expect(verdictOf(index, 'h200', 'RU', day('2026-01-20'))?.covered).toBe(false)
  })
})

describe('the data', () => {
  it('keeps computed values that the formulas give', () => {
    for (const each of recordsOfType(document, 'chip'))
      for (const spec of each.specs) {
        if (spec.condition?.includes('computed') !== true || typeof spec.value !== 'number') continue
        const metric = spec.metric === 'tpp' ? 'tpp' : 'performance-density'
        const { value } = controlValue(each, metric)
        expect(Math.abs((value ?? 0) - spec.value), `${each.id} ${metric}`).toBeLessThan(0.006)
      }
  })

  it('names paragraphs that exist where one replaces or overrides another', () => {
    const known = new Set(recordsOfType(document, 'rule').flatMap(({ provisions }) => provisions.map(({ id }) => id)))
    for (const { provisions } of recordsOfType(document, 'rule'))
      for (const { replaces = [], overrides = [] } of provisions)
        for (const id of [...replaces, ...overrides]) expect(known, id).toContain(id)
  })

  it('has the correction of April 2024 stand in place of the paragraph on NAC, with the same limits', () => {
    const standing = (on: string) =>
      Object.fromEntries(verdict('h200', on).readings.map((each) => [each.provision.id, each.standing.state]))
    expect([standing('2024-04-03')[B], standing('2024-04-04')[B]]).toEqual(['announced', 'in-force'])
    expect(provision(B).when).toEqual(provision('rule-2023-10-advanced-computing.3a090.b').when)
  })

  it('groups chips by outcome at each gate', () => {
    const state = asOf(index, 'CN', day('2026-02-10'))
    expect(byOutcome(state, 'export').get('case-by-case')).toEqual(expect.arrayContaining(['h200', 'h100', 'mi325x']))
    expect(byOutcome(state, 'export').get('presumption-of-denial')).toEqual(
      expect.arrayContaining(['b200', 'gb300', 'mi355x']),
    )
    expect(byOutcome(state).get('prohibited')).toEqual(['h200'])
  })
})
