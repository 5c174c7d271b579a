import { describe, expect, it } from 'vitest'
import { documentOf } from '../../domain/model/document'
import { aChip, anOrganisation, aSource } from '../../testing/builders'
import { candidates } from './candidates'

const DOCUMENT = documentOf([
  anOrganisation(),
  anOrganisation({ id: 'tsmc', name: { en: 'TSMC', 'zh-Hant': '台灣積體電路' }, aliases: ['台積電'] }),
  aSource(),
  aChip({ id: 'h20', name: { en: 'NVIDIA H20', 'zh-Hant': '輝達 H20' } }),
])
const ids = (query: string, taken: string[] = []) =>
  candidates(DOCUMENT, ['organisation', 'source'], query, taken).map(({ id }) => id)

describe('candidates', () => {
  it('find a name in either language, two Chinese characters as well, and aliases', () => {
    expect(ids('nvi')).toEqual(['nvidia'])
    expect(ids('輝達')).toEqual(['nvidia'])
    expect(ids('積體')).toEqual(['tsmc'])
    expect(ids('台積')).toEqual(['tsmc'])
    expect(ids('ＮＶＩＤＩＡ')).toEqual(['nvidia'])
    expect(ids('register')).toEqual(['a-source'])
  })

  it('offer no record of another type and none that is taken', () => {
    expect(ids('h20')).toEqual([])
    expect(ids('nvidia', ['nvidia'])).toEqual([])
    expect(ids('').length).toBe(3)
  })
})
