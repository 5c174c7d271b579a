import { describe, expect, it } from 'vitest'
import { smallLaw } from '../../testing/small-law'
import { documentOf, recordOfType } from '../model/document'
import type { Condition } from '../model/rule'
import { controlsIndex } from './controls-index'
import { catchesMoved, paragraphCatches } from './paragraph-catches'
import { hypothetically } from './scenario'

const document = documentOf(smallLaw())
const law = controlsIndex(document)
const before = paragraphCatches(law, 'law.a')

function withTest(when: Condition) {
  const rule = recordOfType(document, 'rule', 'law')
  if (rule === undefined) throw new Error('no law')
  const provisions = rule.provisions.map((each) => ({ ...each, when }))
  return paragraphCatches(hypothetically(document, { rules: [{ ...rule, provisions }], without: [] }), 'law.a')
}

describe('the chips of a paragraph', () => {
  it('are those that meet its test, and those of which a figure is missing', () => {
    expect(before).toEqual({ caught: ['large', 'middle', 'coming'], open: ['blank'], of: 5 })
  })

  it('are those it names, where it has no test', () => {
    expect(paragraphCatches(law, 'block.a')).toEqual({ caught: ['large'], open: [], of: 5 })
  })

  it('are none that could be named for a paragraph that is not there', () => {
    expect(paragraphCatches(law, 'law.z')).toBeNull()
  })

  it('differ by an edit in those that come, go or become undetermined', () => {
    const higher = withTest({ metric: 'tpp', operator: '>=', limit: 10_000, unit: 'TPP' })
    expect(catchesMoved(before, higher)).toEqual({ gained: [], lost: ['middle'], opened: [] })
    expect(catchesMoved(higher, before)).toEqual({ gained: ['middle'], lost: [], opened: [] })
    const dense = withTest({ metric: 'performance-density', operator: '>=', limit: 1, unit: 'TPP/mm²' })
    expect(catchesMoved(before, dense)).toEqual({
      gained: [],
      lost: [],
      opened: ['large', 'middle', 'small', 'coming'],
    })
    expect(catchesMoved(null, before).gained).toEqual(['large', 'middle', 'coming'])
    expect(catchesMoved(before, null).lost).toEqual(['large', 'middle', 'coming'])
  })
})
