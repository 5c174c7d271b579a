import { describe, expect, it } from 'vitest'
import { readDataSet } from '../domain/formats/read-data-set'
import { writeRecords } from '../domain/formats/write-records'
import {
  aChip,
  aLink,
  anAnnotation,
  anArchitecture,
  anEvent,
  anOrganisation,
  aRule,
  aSource,
  aView,
  named,
} from './builders'

describe('the builders', () => {
  it('build a sound data set as they come', () => {
    const records = [
      aSource(),
      anOrganisation(),
      anArchitecture(),
      aChip(),
      anEvent(),
      aRule(),
      aLink(),
      anAnnotation(),
      aView(),
    ]
    const { problems } = readDataSet([{ name: 'built.json', text: writeRecords(records) }])
    expect(problems).toEqual([])
  })

  it('take what a test cares about', () => {
    expect(aChip({ id: 'h20', name: named('H20') })).toMatchObject({ id: 'h20', name: { en: 'H20' }, vendor: 'nvidia' })
  })
})
