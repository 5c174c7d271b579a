import { describe, expect, it } from 'vitest'
import { disagreementDrafts, disagreementsOf, preferring } from './disagreement-drafts'
import type { DisagreementDraft } from './draft-types'
import type { Fault } from './typed-texts'

const KEPT = { field: 'available', value: 'soon', sources: ['press'], confidence: 'reported' }
const [DRAFT] = disagreementDrafts([KEPT]) as [DisagreementDraft]

function read(...drafts: readonly DisagreementDraft[]) {
  const faults = new Map<string, Fault>()
  return { values: disagreementsOf('disagreements', drafts, faults), faults: [...faults.keys()] }
}

describe('what other sources say', () => {
  it('stays as it was kept, however it reads and without a reason', () => {
    expect(read(DRAFT)).toEqual({ values: [KEPT], faults: [] })
  })

  it('is a date where it speaks of one, and wants a reason in both languages once it is changed', () => {
    const comment = { en: 'Early.', 'zh-Hant': '' }
    expect(read({ ...DRAFT, value: '2025-13', comment }).faults).toEqual([
      'disagreements[0].value',
      'disagreements[0].comment.zh-Hant',
    ])
    expect(read({ ...DRAFT, value: 'late 2025', comment }).values).toMatchObject([{ value: '2025-39~' }])
    expect(read({ ...DRAFT, field: ' ', value: '' }).faults).toContain('disagreements[0].field')
  })

  const form = { available: '2024-11', confidence: 'confirmed', sources: ['sheet', 'press'], disagreements: [DRAFT] }

  it('changes places with the value of the record, each with its own sources', () => {
    expect(preferring(form, { ...DRAFT, value: '2025' })).toMatchObject({
      available: '2025',
      sources: ['sheet', 'press'],
      disagreements: [{ value: '2024-11', sources: ['sheet'], confidence: 'confirmed', comment: { en: '' } }],
    })
  })

  it('is no statement of another any more where the record had no value', () => {
    expect(preferring({ ...form, available: '', sources: ['sheet'] }, DRAFT)).toEqual({
      available: 'soon',
      sources: ['sheet', 'press'],
      disagreements: [],
    })
  })
})
