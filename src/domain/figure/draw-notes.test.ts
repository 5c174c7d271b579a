import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordOf, TapelineRecord } from '../model/record'
import { documentOf } from '../model/document'
import { aNote, anEvent, aSpec, day, documents, sheetOf, specs } from './figure-test-kit'
import type { LineShape, RectShape, Scene, TextShape } from './scene'
import { svgText } from './svg-text'

type Note = Partial<RecordOf<'annotation'>>

const sceneOf = (notes: readonly Note[], others: readonly TapelineRecord[] = [anEvent()], spec = aSpec()): Scene =>
  sheetOf(documentOf([...others, ...notes.map((note, index) => aNote({ id: `note-${String(index)}`, ...note }))]), spec)
const wordsOf = ({ shapes }: Scene): TextShape[] =>
  shapes.filter((shape): shape is TextShape => shape.shape === 'text' && shape.role === 'note')
const said = (scene: Scene): string[] => wordsOf(scene).map(({ runs }) => runs.map(({ text }) => text).join(''))
const AMBER = '#8a5a00'
const lines = ({ shapes }: Scene): LineShape[] =>
  shapes.filter((shape): shape is LineShape => shape.shape === 'line' && shape.colour === AMBER)
const rects = ({ shapes }: Scene): RectShape[] =>
  shapes.filter((shape): shape is RectShape => shape.shape === 'rect' && shape.fill.colour === AMBER)

describe('notes in a figure', () => {
  it('are those that are shown in figures and meet the window, without their marks', () => {
    const scene = sceneOf([
      { text: '**The day** of [[h200|the letter]]' },
      { text: 'Not for figures', inFigures: false },
      { text: 'Long after', target: { kind: 'date', date: '2031' } },
      { text: 'On a record', target: { kind: 'record', record: 'h200-approved' } },
    ])
    expect(said(scene)).toEqual(['The day of the letter', 'Notes', '1', 'On a record'])
    expect(svgText(scene)).toContain('The day of the letter')
  })

  it('change nothing of a figure that has none', () => {
    expect(sceneOf([{ inFigures: false }])).toEqual(sceneOf([]))
  })

  it('draw a date as a line, hard for a day and dashed over a tint for a month', () => {
    const [hard] = lines(sceneOf([{ colour: 'amber' }]))
    expect(hard).toMatchObject({ x1Px: hard?.x2Px })
    expect(hard).not.toHaveProperty('dashPx')
    const month = sceneOf([{ colour: 'amber', target: { kind: 'date', date: '2025-11' } }])
    expect(lines(month)[0]?.dashPx).toBeDefined()
    expect(rects(month)).toHaveLength(1)
  })

  it('draw a span as a band, with an edge only where it begins or ends in the window', () => {
    const band = (span: string) => sceneOf([{ colour: 'amber', target: { kind: 'span', span } }])
    expect([rects(band('2024/2025')).length, lines(band('2024/2025')).length]).toEqual([1, 2])
    expect(lines(band('2019/2025'))).toHaveLength(1)
    expect(lines(band('2024/..'))).toHaveLength(1)
  })

  it('draw a bracket on both sides of its words, with ticks at its ends', () => {
    const scene = sceneOf([
      { colour: 'amber', shape: 'bracket', target: { kind: 'span', span: '2023/2025' }, text: 'Talks' },
    ])
    const [words] = wordsOf(scene)
    const [left, right, ...ticks] = lines(scene)
    expect(left?.x2Px).toBeLessThan(words?.xPx ?? 0)
    expect(right?.x1Px).toBeGreaterThan((words?.xPx ?? 0) + (words?.widthPx ?? 0))
    expect(ticks.map(({ x1Px }) => x1Px)).toEqual([left?.x1Px, right?.x2Px])

    const narrow = { colour: 'amber', shape: 'bracket', target: { kind: 'span', span: '2023-01/2023-02' } } as const
    const short = sceneOf([{ ...narrow, text: 'Longer than its bracket' }])
    expect(lines(short)[0]?.y1Px).toBeGreaterThan(wordsOf(short)[0]?.baselinePx ?? Infinity)
    expect(lines(short)).toHaveLength(3)
  })

  it('lead from the words to a place in its lane, or in the parent of a folded one; not where neither is drawn', () => {
    const place = (lane: string): Note => ({
      colour: 'amber',
      text: 'Here',
      target: { kind: 'place', lane, day: day(2024), down: 0.5 },
    })
    const scene = sceneOf([place('story:allowed/policy')])
    const [leader] = lines(scene)
    const [dot] = rects(scene)
    expect(dot?.yPx).toBeCloseTo((leader?.y2Px ?? 0) - 2.5)
    expect(leader?.y2Px).toBeGreaterThan(leader?.y1Px ?? Infinity)
    const folded = sceneOf([place('story:allowed/policy')], [anEvent()], aSpec({ collapsed: ['story:allowed'] }))
    expect(said(folded)).toEqual(['Here'])
    expect(said(sceneOf([place('vendor:nvidia/chip')]))).toEqual([])
  })

  it('never lay their words over each other', () => {
    fc.assert(
      fc.property(documents, specs, (document, spec) => {
        const words = wordsOf(sheetOf(document, spec))
        const touching = words.flatMap((a, at) =>
          words
            .slice(at + 1)
            .filter(
              (b) =>
                Math.abs(a.baselinePx - b.baselinePx) < a.font.sizePx &&
                a.xPx < b.xPx + b.widthPx - 0.01 &&
                b.xPx < a.xPx + a.widthPx - 0.01,
            ),
        )
        expect(touching).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
