import fc from 'fast-check'
import { expect, it } from 'vitest'
import { documentOf, type Document } from '../model/document'
import type { RecordOf } from '../model/record'
import { applyChange, invert } from './apply'
import { restore } from './restore'

const SUBJECT = { en: 'before the import', 'zh-Hant': '匯入前' }

const organisation = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), en: fc.constantFrom('A', 'B', 'C') })
const document = fc.uniqueArray(organisation, { selector: ({ id }) => id }).map((rows) =>
  documentOf(
    rows.map(({ id, en }): RecordOf<'organisation'> => ({
      type: 'organisation',
      id,
      name: { en, 'zh-Hant': en },
      roles: ['vendor'],
    })),
  ),
)
const plain = ({ records }: Document) => Object.fromEntries(records)

it('takes any document to any other in one step, and back', () => {
  fc.assert(
    fc.property(document, document, (from, to) => {
      const change = restore(from, to, SUBJECT)
      if (!change.ok) {
        expect(plain(from)).toEqual(plain(to))
        return
      }
      const restored = applyChange(from, change.value)
      expect(plain(restored)).toEqual(plain(to))
      expect(plain(applyChange(restored, invert(change.value)))).toEqual(plain(from))
    }),
  )
})
