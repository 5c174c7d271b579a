import { describe, expect, it } from 'vitest'
import { documentOf } from '../model/document'
import {
  aChip,
  aLink,
  anAnnotation,
  anArchitecture,
  anEvent,
  anOrganisation,
  aRule,
  aSource,
} from '../../testing/builders'
import { applyChange, invert } from './apply'
import { deleteRecords, planDeletion } from './delete-records'

const CHIP = aChip({
  architecture: 'hopper',
  specs: [{ metric: 'tdp', value: 700, unit: 'W', sources: ['a-source'], confidence: 'confirmed' }],
})
const DOCUMENT = documentOf([
  aSource(),
  anOrganisation(),
  anArchitecture(),
  CHIP,
  anEvent({ chips: ['h200'] }),
  aRule({ issuer: 'nvidia' }),
  aLink(),
  anAnnotation(),
])

const ids = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id)

describe('planDeletion', () => {
  it('drops the record from lists, and takes notes on it along', () => {
    const plan = planDeletion(DOCUMENT, ['h200'])
    expect(ids(plan.alsoDeleted)).toEqual(['note-h200'])
    expect(plan.changed).toEqual([
      { from: anEvent({ chips: ['h200'] }), to: anEvent(), paths: ['chips[0]'], unsupported: [] },
    ])
    expect(plan.blockers).toEqual([])
  })

  it('takes links along, from either end', () => {
    expect(ids(planDeletion(DOCUMENT, ['h200-allowed']).alsoDeleted)).toEqual(['link-rule-event'])
    expect(ids(planDeletion(DOCUMENT, ['rule-2022']).alsoDeleted)).toEqual(['link-rule-event'])
  })

  it('clears what may be absent', () => {
    const [change] = planDeletion(DOCUMENT, ['hopper']).changed
    expect(Object.keys(change?.to ?? {})).not.toContain('architecture')
  })

  it('says what is left without a source', () => {
    const { changed } = planDeletion(DOCUMENT, ['a-source'])
    expect(changed.every(({ unsupported }) => unsupported.some(({ part }) => part === 'record'))).toBe(true)
    expect(changed.find(({ from }) => from.id === 'h200')?.paths).toEqual(['sources[0]', 'specs[0].sources[0]'])
  })

  it('is blocked by what cannot do without, unless that goes too', () => {
    expect(ids(planDeletion(DOCUMENT, ['nvidia']).blockers.map(({ record }) => record))).toEqual(['hopper', 'h200'])
    expect(planDeletion(DOCUMENT, ['nvidia', 'hopper', 'h200']).blockers).toEqual([])
  })
})

describe('deleteRecords', () => {
  it('does it in one step that can be taken back', () => {
    const result = deleteRecords(DOCUMENT, ['h200', 'none', 'hopper'])
    if (!result.ok) throw new Error(result.problem.detail)
    expect(result.value.label).toEqual({
      action: 'delete',
      subject: { en: 'Hopper and 1 more', 'zh-Hant': 'Hopper 等 2 筆' },
    })
    const after = applyChange(DOCUMENT, result.value)
    expect([...after.records.keys()]).toEqual(['a-source', 'nvidia', 'h200-allowed', 'rule-2022', 'link-rule-event'])
    const back = applyChange(after, invert(result.value))
    expect(Object.fromEntries(back.records)).toEqual(Object.fromEntries(DOCUMENT.records))
  })

  it('refuses what is blocked and what is not there', () => {
    expect(deleteRecords(DOCUMENT, ['nvidia'])).toMatchObject({
      problem: { code: 'still-needed', record: 'hopper', path: 'vendor' },
    })
    expect(deleteRecords(DOCUMENT, ['none'])).toMatchObject({ problem: { code: 'not-found' } })
  })
})
