import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { timelineItems } from '../../domain/layout/timeline-items'
import { documentOf } from '../../domain/model/document'
import { aChip, anEvent, aRule } from '../../testing/builders'
import { Editing } from './editing'
import { changeOf, type TimelineEdit } from './timeline-edit'
import { Tip } from './tip'

const RULE = aRule({ announced: '2022-10-07', effective: '2022-10-21', ended: '2023-11-17' })
const WAITED = aRule({ id: 'waited', announced: '2025-01-15', effective: '2025-05-15' })
const SUCCESSOR = aRule({ id: 'successor', announced: '2025-05-13', effective: '2025-05-13', supersedes: [WAITED.id] })
const DOCUMENT = documentOf([aChip(), anEvent({ id: 'by-month', date: '2023-11' }), RULE, WAITED, SUCCESSOR])
const PX_PER_DAY = 2
/** The day at the left edge of the page: 13 November 2023, when the chip was announced. */
const ORIGIN = 19_674

let frame: HTMLElement
let canvas: HTMLElement
let editing: Editing
let selection: Set<string>
let editable: boolean
let edits: TimelineEdit[]
const create = vi.fn()

beforeEach(() => {
  frame = document.body.appendChild(document.createElement('section'))
  canvas = frame.appendChild(document.createElement('div'))
  const tip = frame.appendChild(document.createElement('div'))
  tip.className = 'tip'
  ;[selection, editable, edits] = [new Set(), true, []]
  for (const { record, shape } of timelineItems(DOCUMENT)) {
    const box = canvas.appendChild(document.createElement('div'))
    box.className = `shape-${shape}`
    const item = box.appendChild(document.createElement('div'))
    item.className = 'item tone-built'
    item.dataset['record'] = record
  }
  editing = new Editing(frame, canvas, new Tip(tip, frame), {
    document: () => DOCUMENT,
    locale: () => 'en',
    editable: () => editable,
    selection: () => selection,
    stage: () => null,
    drawn: () => new Map(timelineItems(DOCUMENT).map((item) => [item.record, item])),
    dayAt: (clientX) => ORIGIN + clientX / PX_PER_DAY,
    clientXOf: (day) => (day - ORIGIN) * PX_PER_DAY,
    pxPerDay: () => PX_PER_DAY,
    selectMany: vi.fn(),
    inBox: () => [],
    edges: {
      view: () => ({ left: -1e6, right: 1e6, top: -1e6, bottom: 1e6 }),
      scroll: vi.fn(),
      now: () => 0,
      requestFrame: () => 0,
      cancelFrame: vi.fn(),
    },
    create,
    edit: (edit) => {
      edits.push(edit)
      return Promise.resolve()
    },
  })
})
afterEach(() => {
  editing.dispose()
  frame.remove()
})

function press(record: string, clientX: number) {
  const target = canvas.querySelector(`[data-record="${record}"]`)
  const event = new PointerEvent('pointerdown', { clientX, buttons: 1 })
  Object.defineProperty(event, 'target', { value: target })
  return editing.grab(event)
}
const at = (clientX: number): PointerEvent => new PointerEvent('pointermove', { clientX, buttons: 1 })
const ghosts = (): string[] => [...frame.querySelectorAll<HTMLElement>('.ghost')].map(({ style }) => style.left)
const tipText = (): string => frame.querySelector('.tip')?.textContent ?? ''

describe('taking hold', () => {
  it('leaves to panning what is not selected, and everything where nothing can be edited', () => {
    expect(press('h200', 1)).toBeNull()
    selection.add('h200')
    expect(press('h200', 1)).not.toBeNull()
    editable = false
    expect(press('h200', 1)).toBeNull()
    expect(editing.edges().size).toBe(0)
  })

  it('offers the edges of a single selected record that have a date', () => {
    selection.add('h200')
    expect([...editing.edges()]).toEqual([])
    selection = new Set([RULE.id])
    expect([...editing.edges()]).toEqual(['start', 'end'])
    selection.add('h200')
    expect([...editing.edges()]).toEqual([])
  })
})

describe('dragging', () => {
  it('shows where the dates would land and changes nothing before it is let go', () => {
    selection.add('h200').add('by-month')
    const drag = press('h200', 1)
    drag?.move(at(7), 6, 0)
    expect(ghosts().sort()).toEqual(['-24px', '6px'])
    expect(tipText()).toContain('16 November 2023')
    expect(tipText()).toContain('was 13 November 2023')
    expect(edits).toEqual([])
    drag?.move(at(41), 34, 0)
    // Twenty days are more than half a month: that moves by its own unit.
    expect(ghosts().sort()).toEqual(['36px', '40px'])
    drag?.end()
    expect(edits).toEqual([{ kind: 'move', records: ['h200', 'by-month'], days: 20 }])
  })

  it('saves nothing that is less than a step, and nothing that was given up', () => {
    selection.add('by-month')
    const small = press('by-month', 1)
    small?.move(at(11), 10, 0)
    small?.end()
    const back = press('by-month', 1)
    back?.move(at(100), 99, 0)
    back?.cancel?.()
    expect(edits).toEqual([])
    expect(ghosts()).toEqual([])
  })

  it('moves one date by its edge, and no further than it can go', () => {
    selection.add(RULE.id)
    const right = (19_678 + 1 - ORIGIN) * PX_PER_DAY
    const drag = press(RULE.id, right - 1)
    drag?.move(at(right - 21), -20, 0)
    drag?.move(at(right - 2000), -1979, 0)
    drag?.end()
    expect(edits).toEqual([{ kind: 'resize', record: RULE.id, edge: 'end', neverBinds: false, days: -10 }])
  })

  it('moves the day on which a rule was made known where another took its place before it took effect', () => {
    selection.add(WAITED.id)
    const left = (20_103 - ORIGIN) * PX_PER_DAY
    const drag = press(WAITED.id, left + 1)
    drag?.move(at(left + 5), 4, 0)
    expect(ghosts()).toEqual([`${String(left + 4)}px`])
    expect(tipText()).toContain('17 January 2025')
    drag?.end()
    expect(edits).toEqual([{ kind: 'resize', record: WAITED.id, edge: 'start', neverBinds: true, days: 2 }])
    const [edit] = edits
    const change = edit && changeOf(DOCUMENT, edit)
    expect(change?.ok === true && change.value.edits[WAITED.id]?.to).toMatchObject({ announced: '2025-01-17' })
  })
})
