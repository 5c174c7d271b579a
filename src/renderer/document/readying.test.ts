import { describe, expect, it } from 'vitest'
import { documentOf, type Document } from '../../domain/model/document'
import type { InParts } from '../../domain/model/in-parts'
import { anEvent } from '../../testing/builders'
import { Readying } from './readying'

const DOCUMENT = documentOf([anEvent()])
function* inParts(document: Document, parts = 3): InParts<Document> {
  for (let part = 0; part < parts; part += 1) yield
  return document
}

describe('a large document', () => {
  it('is there once everyone has what will be asked for, each after the other', async () => {
    const readying = new Readying()
    const log: string[] = []
    const maker = (name: string) =>
      function* (document: Document): InParts<void> {
        expect(document).toBe(DOCUMENT)
        log.push(`${name} begins`)
        yield
        log.push(`${name} ends`)
      }
    readying.add(maker('items'))
    const off = readying.add(maker('gone'))
    readying.add(maker('lanes'))
    off()
    expect(await readying.of(inParts(DOCUMENT))).toBe(DOCUMENT)
    expect(log).toEqual(['items begins', 'items ends', 'lanes begins', 'lanes ends'])
  })

  it('is not there where another is asked for meanwhile, or none any more', async () => {
    const readying = new Readying()
    const other = documentOf([])
    const first = readying.of(inParts(DOCUMENT, Infinity))
    const second = readying.of(inParts(other))
    expect([await first, await second]).toEqual([null, other])
    const third = readying.of(inParts(DOCUMENT, Infinity))
    readying.cancel()
    expect(await third).toBe(null)
  })

  it('fails with what making it throws', async () => {
    const readying = new Readying()
    readying.add(() => {
      throw new Error('record h200 is broken')
    })
    await expect(readying.of(inParts(DOCUMENT))).rejects.toThrow('record h200 is broken')
  })
})
