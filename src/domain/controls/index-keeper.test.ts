import { describe, expect, it } from 'vitest'
import { aSource } from '../../testing/builders'
import { smallLaw } from '../../testing/small-law'
import { documentOf } from '../model/document'
import type { Assumption } from '../model/scenario'
import { IndexKeeper } from './index-keeper'
import { segmentsOf } from './segments'

const SUSPENDED: Assumption[] = [{ kind: 'suspend', rule: 'law' }]
const EARLIER: Assumption[] = [{ kind: 'effective', rule: 'law', date: '2023-12-01' }]

describe('the keeper of indexes', () => {
  it('makes one index of a document for all who ask, and takes over what an edit cannot touch', () => {
    const keeper = new IndexKeeper()
    const [first, second] = [documentOf(smallLaw()), documentOf([...smallLaw(), aSource({ id: 'another' })])]
    const law = keeper.law(first)
    expect(keeper.law(first)).toBe(law)
    expect(keeper.under(first, [])).toBe(law)
    const shared = documentOf([...first.records.values(), aSource({ id: 'another' })])
    expect(keeper.law(shared).rulebook).toBe(law.rulebook)
    expect(keeper.law(second).document).toBe(second)
  })

  it('keeps a scenario through edits of other records, and drops it with its assumptions', () => {
    const keeper = new IndexKeeper()
    const document = documentOf(smallLaw())
    const index = keeper.under(document, EARLIER)
    expect([...index.hypothetical]).toEqual(['law'])
    const was = index.chips.get('large')
    const segments = was === undefined ? null : segmentsOf(index, was, 'CN')
    const later = keeper.under(documentOf([...document.records.values(), aSource({ id: 'another' })]), EARLIER)
    expect(later.rulebook).toBe(index.rulebook)
    const is = later.chips.get('large')
    expect(is && segmentsOf(later, is, 'CN')).toBe(segments)
    expect(keeper.under(document, SUSPENDED).rulebook.rules.has('law')).toBe(false)
    expect(keeper.under(document, [])).toBe(keeper.law(document))
    expect(keeper.law(document).hypothetical.size).toBe(0)
  })
})
