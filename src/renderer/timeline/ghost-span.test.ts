import fc from 'fast-check'
import { expect, it } from 'vitest'
import { timelineItems } from '../../domain/layout/timeline-items'
import { documentOf } from '../../domain/model/document'
import { arbitraryDate } from '../../testing/arbitrary-values'
import { aChip, anArchitecture, anEvent, aRule } from '../../testing/builders'
import { ghostSpan } from './ghost-span'
import { changeOf } from './timeline-edit'

const date = fc.option(arbitraryDate, { nil: undefined })
const record = fc
  .record({
    one: arbitraryDate,
    two: date,
    three: date,
    type: fc.constantFrom('event', 'chip', 'architecture', 'rule'),
  })
  .map(({ one, two, three, type }) => {
    const given = (field: string, text: string | undefined) => (text === undefined ? {} : { [field]: text })
    if (type === 'event') return anEvent({ id: 'it', date: one })
    if (type === 'chip') return aChip({ id: 'it', announced: one, ...given('available', two) })
    if (type === 'architecture') {
      const { available: _none, ...rest } = anArchitecture({ id: 'it', announced: one })
      return { ...rest, ...given('available', two), ...given('withdrawn', three) }
    }
    return aRule({ id: 'it', announced: one, effective: two ?? one, ...given('ended', three) })
  })

it('stands where the item will be drawn once it has been moved, where its ends are dated', () => {
  fc.assert(
    fc.property(record, fc.integer({ min: -900, max: 900 }), (from, days) => {
      const document = documentOf([from])
      const change = changeOf(document, { kind: 'move', records: ['it'], days })
      const to = change.ok ? change.value.edits['it']?.to : from
      const [before] = timelineItems(document)
      const [after] = to ? timelineItems(documentOf([to])) : []
      if (before === undefined || after === undefined || !to) return
      const span = ghostSpan(before.extent, to)
      if (!after.extent.openStart) expect(span.startDay).toBe(after.extent.earliest)
      if (!after.extent.openEnd && !after.extent.openStart && !before.extent.openEnd)
        expect(span.endDay).toBe(after.extent.latest)
    }),
  )
})
