import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordProblems } from '../../domain/change/check-record'
import { sameRecord } from '../../domain/change/apply'
import { withFields } from '../../domain/change/record-commands'
import { documentOf } from '../../domain/model/document'
import { RECORD_SCHEMAS, RECORD_TYPES, type RecordType, type TapelineRecord } from '../../domain/model/record'
import { arbitraryRecords } from '../../testing/arbitraries'
import { blankOf, draftOf, readDraft } from './draft'
import { RECORD_FIELDS } from './fields'

const event = readDraft('event', draftOf('event', blankOf('event')), blankOf('event'))

describe('drafts', () => {
  it('give back every record of every type that nothing was typed into', () => {
    fc.assert(
      fc.property(arbitraryRecords, (records) => {
        for (const record of records) {
          const { fields, faults } = readDraft(record.type, draftOf(record.type, { ...record }), { ...record })
          // Texts and units that only a reader would refuse may be refused here too, but never changed.
          if (faults.size > 0) continue
          const back = withFields(record, fields) as TapelineRecord
          expect(sameRecord(trimmed(back), trimmed(record)), JSON.stringify([record, back])).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('know only fields that the schema has', () => {
    for (const type of RECORD_TYPES)
      for (const { key } of RECORD_FIELDS[type])
        expect(Object.keys(RECORD_SCHEMAS[type].entries)).toContain(key.split('.')[0])
  })

  it('ask for what a new record cannot do without', () => {
    expect([...event.faults.keys()]).toEqual(['name.en', 'name.zh-Hant', 'date', 'jurisdictions'])
  })

  const typed = (type: RecordType, over: Record<string, unknown>) =>
    readDraft(type, { ...draftOf(type, blankOf(type)), ...over }, blankOf(type))

  it('read dates as they are typed, and codes in any spelling', () => {
    const { fields } = typed('event', { date: '民國114年12月8日', jurisdictions: 'us、CN; eu' })
    expect(fields).toMatchObject({ date: '2025-12-08', jurisdictions: ['US', 'CN', 'EU'] })
  })

  it('keep a doubtful date as it stands and say why', () => {
    const { fields, faults } = typed('event', { date: '8/12/2025' })
    expect(fields['date']).toBe('8/12/2025')
    expect(faults.get('date')).toMatchObject({ kind: 'date', doubt: { kind: 'order' } })
  })

  it('name the field of a part that is wrong', () => {
    const specs = draftOf('chip', {
      specs: [{ metric: 'tdp', value: 700, unit: 'W', sources: [], confidence: 'confirmed' }],
    })['specs'] as object[]
    const { faults } = typed('chip', { specs: [...specs, { ...specs[0], value: 'hot' }] })
    expect(faults.get('specs[1].value')).toEqual({ kind: 'notNumber' })
    const { fields } = typed('chip', { specs: [{ ...specs[0], value: ' 1,979 ', metric: 'fp8' }] })
    expect(fields['specs']).toMatchObject([{ metric: 'fp8', value: 1979, unit: 'TFLOPS' }])
  })

  it('make records that can be saved', () => {
    const { fields, faults } = typed('organisation', {
      name: { en: 'TSMC', 'zh-Hant': '台積電' },
      roles: ['foundry'],
      aliases: '台灣積體電路\n\nTSM ',
    })
    expect(faults.size).toBe(0)
    const record = withFields({ type: 'organisation', id: 'tsmc' }, fields)
    expect(recordProblems(documentOf([]), record, null)).toEqual([])
    expect(record).toMatchObject({ aliases: ['台灣積體電路', 'TSM'] })
  })
})

/** A form trims what it shows; so records are compared with their texts trimmed, lists of texts as lines and empty lists gone. */
function trimmed(record: TapelineRecord): TapelineRecord {
  return JSON.parse(
    JSON.stringify(record, (_key, value: unknown) => {
      if (Array.isArray(value) && value.length === 0) return undefined
      if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
        return value.join('\n').replaceAll(/\s*\n\s*/g, '\n')
      return typeof value === 'string' ? value.trim().replaceAll(/\s*\n\s*/g, '\n') : value
    }),
  ) as TapelineRecord
}
