import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aChip, anAnnotation, anEvent, anOrganisation } from '../../testing/builders'
import { documentOf } from '../model/document'
import { completeLink, linkIndex, linkText, mentionsOf, noteLinks, resolveLink } from './note-links'

const document = documentOf([
  anOrganisation(),
  aChip(),
  aChip({ id: 'h20', name: { en: 'H20', 'zh-Hant': 'H20' }, aliases: ['H200'] }),
  anEvent(),
  anAnnotation({ id: 'n1', target: { kind: 'record', record: 'h20' }, text: 'Beside [[Ｈ200]] and [[h20]].' }),
  anAnnotation({ id: 'n2', target: { kind: 'date', date: '2025-12-08' }, text: '[[放行 H200 輸中|那一天]]' }),
])
const index = linkIndex(document)

describe('links in notes', () => {
  it('are read with what they show', () => {
    expect(noteLinks('a [[H200]] b [[h200|that chip]] [[ ]] [[x\ny]] [[[deep]]] [one](two)')).toEqual([
      { target: 'H200', shown: 'H200' },
      { target: 'h200', shown: 'that chip' },
      { target: 'deep', shown: 'deep' },
    ])
  })

  it('mean a record by id or by name in either language, whatever case and width', () => {
    for (const target of ['nvidia', 'NVIDIA', ' nVidia ', '輝達', 'ＮＶＩＤＩＡ'])
      expect(resolveLink(index, target)).toBe('nvidia')
    expect(resolveLink(index, '放行  H200 輸中')).toBe('h200-allowed')
    expect(resolveLink(index, 'B300')).toBeNull()
  })

  it('mean by a name the record that bears it, before one that has it as an alias', () => {
    expect(resolveLink(index, 'H200')).toBe('h200')
  })

  it('are completed in both scripts, the nearest first', () => {
    expect(completeLink(index, 'h2', 8).slice(0, 2)).toEqual(['h200', 'h20'])
    expect(completeLink(index, 'h20', 1)).toEqual(['h20'])
    expect(completeLink(index, '輝', 8)).toEqual(['nvidia'])
    expect(completeLink(index, '輸中', 8)).toEqual(['h200-allowed'])
    expect(completeLink(index, 'nothing like it', 8)).toEqual([])
  })

  it('are written so that they lead back', () => {
    for (const id of document.records.keys())
      for (const locale of ['en', 'zh-Hant'] as const) {
        const [link] = noteLinks(`[[${linkText(index, document, id, locale)}]]`)
        expect(resolveLink(index, link?.target ?? '')).toBe(id)
      }
  })

  it('lead back from the record to what the note stands on', () => {
    expect(mentionsOf(document, 'h200')).toEqual(['h20'])
    expect(mentionsOf(document, 'h20')).toEqual([])
    expect(mentionsOf(document, 'h200-allowed')).toEqual(['n2'])
  })

  it('never throw, whatever is typed', () => {
    const pieces = fc.array(fc.constantFrom('[[', ']]', '[', ']', '|', '\n', 'H200', '輝', ' ', '\u0301'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(pieces, (typed) => {
        for (const { target, shown } of noteLinks(typed.join(''))) {
          expect(target).not.toBe('')
          expect(shown).not.toBe('')
          resolveLink(index, target)
        }
        expect(completeLink(index, typed.join(''), 8).length).toBeLessThanOrEqual(8)
      }),
    )
  })
})
