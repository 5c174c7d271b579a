import { describe, expect, it } from 'vitest'
import { aRule, aScenario } from '../../testing/builders'
import { documentOf } from '../model/document'
import { referencesOf } from '../model/record-references'
import { applyChange } from './apply'
import { deleteRecords } from './delete-records'
import { createRecord } from './record-commands'

const KEPT = aScenario({
  id: 'kept',
  assumptions: [
    { kind: 'suspend', rule: 'gone' },
    { kind: 'copy', rule: 'gone', copy: 'gone-what-if-1' },
    { kind: 'effective', rule: 'gone-what-if-1', date: '2027' },
    { kind: 'copy', rule: 'stays', copy: 'stays-what-if-1' },
    { kind: 'limit', rule: 'stays-what-if-1', provision: 'stays-what-if-1.1', at: 0, limit: 15_000 },
  ],
})
const document = documentOf([aRule({ id: 'gone' }), aRule({ id: 'stays' }), KEPT])

describe('a scenario', () => {
  it('names the rules that are there, not the copies that it makes', () => {
    expect(referencesOf(KEPT).map(({ path, to }) => [path, to])).toEqual([
      ['assumptions[0].rule', 'gone'],
      ['assumptions[1].rule', 'gone'],
      ['assumptions[3].rule', 'stays'],
    ])
  })

  it('is kept only where its rules are there and its dates are dates', () => {
    const refused = (over: Parameters<typeof aScenario>[0]) => {
      const change = createRecord(document, aScenario(over))
      return change.ok ? null : [change.problem.code, change.problem.path]
    }
    expect(refused({ assumptions: [{ kind: 'suspend', rule: 'stays' }] })).toBeNull()
    expect(refused({ assumptions: [{ kind: 'suspend', rule: 'nowhere' }] })).toEqual([
      'missing-reference',
      'assumptions[0].rule',
    ])
    expect(refused({ assumptions: [{ kind: 'effective', rule: 'stays', date: '2027-02-30' }] })).toEqual([
      'bad-date',
      'assumptions[0].date',
    ])
  })

  it('loses what it assumes of a rule that is deleted, and of copies of it', () => {
    const change = deleteRecords(document, ['gone'])
    if (!change.ok) throw new Error(change.problem.detail)
    const after = applyChange(document, change.value)
    expect(after.records.get('kept')).toEqual({ ...KEPT, assumptions: KEPT.assumptions.slice(3) })
  })
})
