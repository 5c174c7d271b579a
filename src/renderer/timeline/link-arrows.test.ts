import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lanesOf } from '../../domain/layout/lanes'
import { placeLanes, UNLIMITED_ROWS, type RowBudget } from '../../domain/layout/place-lanes'
import type { CountMark, PlacedLane } from '../../domain/layout/timeline-item'
import { timelineItems } from '../../domain/layout/timeline-items'
import { documentOf } from '../../domain/model/document'
import type { Locale } from '../../domain/model/names'
import type { TapelineRecord } from '../../domain/model/record'
import { aChip, aLink, anEvent, anOrganisation, aRule, named } from '../../testing/builders'
import { ArrowLayer } from './arrow-layer'
import { arrowEnds } from './arrow-ends'
import { RuleChain } from './rule-chain'
import type { Stage } from './stage'

const WIDTH_PX = 1000
const event = (id: string, date: string): TapelineRecord => anEvent({ id, name: named(id), date, chips: [] })
const link = (from: string, to: string, over: object = {}): TapelineRecord =>
  aLink({ id: `link-${from}-${to}`, kind: 'response', from, to, ...over })

let host: HTMLElement
beforeEach(() => {
  host = document.body.appendChild(document.createElement('div'))
})
afterEach(() => {
  host.remove()
})

function setup(
  records: readonly TapelineRecord[],
  over: { rows?: RowBudget; collapsed?: string[]; hidden?: string[]; locale?: Locale } = {},
) {
  const { rows = UNLIMITED_ROWS, collapsed = [], hidden = [], locale = 'en' } = over
  const document = documentOf(records)
  const items = timelineItems(document).filter(({ record }) => !hidden.includes(record))
  const window = { startDay: 19_000, endDay: 20_000 }
  const placed = (): PlacedLane[] =>
    placeLanes({
      lanes: lanesOf(document, items, 'story'),
      collapsed: new Set(collapsed),
      pxPerDay: 1,
      locale,
      measurer: { widthPx: (text) => text.length * 7 },
      rows,
    })
  const stage: Stage = { lanes: placed(), items: [], covered: window, pxPerDay: 1 }
  const layer = new ArrowLayer(host, new RuleChain())
  const content = { document, items, locale }
  const draw = (shown = window): void => {
    layer.draw(stage, shown, WIDTH_PX)
  }
  return { layer, content, stage, draw, window }
}
const paths = (): SVGPathElement[] => [...host.querySelectorAll<SVGPathElement>('path.arrow')]
const words = (): string[] => [...host.querySelectorAll('.arrow-days')].map(({ textContent }) => textContent)

const TWO = [event('cause', '2022-10-07'), event('effect', '2022-11-08'), link('cause', 'effect')]

describe('arrows', () => {
  it('show what is selected and its chain, or all on request, with the days between', () => {
    const others = [event('before', '2022-09'), event('after', '2023~'), link('before', 'after')]
    const { layer, content, draw } = setup([...TWO, ...others])
    draw()
    expect(paths()).toHaveLength(0)
    layer.choose(content, 'cause')
    draw()
    expect(paths().map(({ dataset }) => [dataset['from'], dataset['to']])).toEqual([['cause', 'effect']])
    expect(words()).toEqual(['32 d'])
    layer.showAll(true, content)
    draw()
    expect(words()).toEqual(['32 d', 'about 93 – 486 d'])
    layer.showAll(false, content)
    layer.choose(content, null)
    draw()
    expect(paths()).toHaveLength(0)
  })

  it('name the days in the language of the window', () => {
    const { layer, content, draw } = setup(TWO, { locale: 'zh-Hant' })
    layer.choose(content, 'effect')
    draw()
    expect(words()).toEqual(['32 天'])
  })

  it('keep their elements while the window moves, and go when both ends have left it on one side', () => {
    const { layer, content, draw, window } = setup(TWO)
    layer.choose(content, 'cause')
    draw()
    const [path] = paths()
    const way = path?.getAttribute('d')
    // Panned, the picture is moved; further on, and at another scale, it is drawn anew.
    draw({ startDay: window.startDay + 50, endDay: window.endDay + 50 })
    expect(path?.getAttribute('d')).toBe(way)
    expect(host.querySelector<SVGElement>('.arrows')?.style.transform).toBe('translateX(-50px)')
    draw({ startDay: window.startDay + 600, endDay: window.endDay + 600 })
    expect(paths()[0]).toBe(path)
    expect(path?.getAttribute('d')).not.toBe(way)
    expect(host.querySelector<SVGElement>('.arrows')?.style.transform).toBe('translateX(0px)')
    draw({ startDay: 30_000, endDay: 31_000 })
    expect(paths()).toHaveLength(0)
  })

  it('have no words while the scale changes, and have them again once it stays', () => {
    vi.useFakeTimers()
    try {
      const { layer, content, draw, window } = setup(TWO)
      const wordless = (): boolean => host.querySelector('.arrows')?.classList.contains('arrows-wordless') ?? false
      layer.choose(content, 'cause')
      draw()
      expect(wordless()).toBe(false)
      draw({ startDay: window.startDay, endDay: window.endDay + 100 })
      expect(wordless()).toBe(true)
      vi.advanceTimersByTime(500)
      expect(wordless()).toBe(false)
    } finally {
      vi.useRealTimers()
    }
  })

  it('of what is selected end in a stub with a word where a filter hides the other end', () => {
    const { layer, content, draw } = setup(TWO, { hidden: ['effect'] })
    layer.choose(content, 'cause')
    draw()
    expect(paths()[0]?.classList.contains('arrow-stub')).toBe(true)
    expect(words()).toEqual(['effect (hidden by filters)'])
    // Not of all that is drawn: there would be stubs everywhere.
    layer.choose(content, null)
    layer.showAll(true, content)
    draw()
    expect(paths()).toHaveLength(0)
  })

  it('say so where the other end has no date, and put several stubs under each other', () => {
    const records = [
      aChip({ id: 'chip', vendor: 'nvidia' }),
      anOrganisation(),
      aChip({ id: 'undated', name: named('H99'), announced: undefined }),
    ]
    const { layer, content, draw } = setup([...records, link('chip', 'nvidia'), link('chip', 'undated')])
    layer.choose(content, 'chip')
    draw()
    expect(words()).toEqual(['NVIDIA (not on the timeline)', 'H99 (not on the timeline)'])
    const heights = [...host.querySelectorAll('.arrow-days')].map((label) => label.getAttribute('y'))
    expect(new Set(heights).size).toBe(2)
  })
})

describe('the chain of a rule', () => {
  const CHAIN = [
    aRule({ id: 'r22', effective: '2022-10-21', ended: '2023-11-17' }),
    aRule({ id: 'r23', effective: '2023-11-17', supersedes: ['r22'] }),
    aRule({ id: 'r24', effective: '2024-04-04', corrects: ['r23'] }),
    aRule({ id: 'apart', effective: '2023-01-01' }),
    event('cause', '2022-09-01'),
    link('cause', 'r22'),
  ]
  const arrowsOf = (): string[] =>
    paths()
      .map(({ dataset }) => [dataset['kind'], dataset['from'], dataset['to']].join(' '))
      .sort()

  it('is shown where it is selected or under the pointer, all of it, and goes with the pointer', () => {
    const { layer, content, draw } = setup(CHAIN)
    expect(layer.choose(content, null)).toBe(false)
    draw()
    expect(arrowsOf()).toEqual([])
    expect(layer.hover(content, 'r24')).toBe(true)
    draw()
    expect(arrowsOf()).toEqual(['corrects r23 r24', 'supersedes r22 r23'])
    expect(paths().every((path) => path.classList.contains('arrow-selected'))).toBe(true)
    expect(layer.hover(content, 'apart')).toBe(true)
    draw()
    expect(arrowsOf()).toEqual([])
    expect(layer.choose(content, 'r22')).toBe(true)
    draw()
    expect(arrowsOf()).toEqual(['corrects r23 r24', 'response cause r22', 'supersedes r22 r23'])
    // How long after each other they came is said of the selected one alone.
    expect(words().sort()).toEqual(['', '392 d', '50 d'])
    // Choosing the same again, as each hit of a search does, changes nothing.
    expect(layer.choose(content, 'r22')).toBe(false)
    expect(layer.hover(content, 'cause')).toBe(false)
  })
})

describe('the ends of arrows', () => {
  const MANY = Array.from({ length: 40 }, (_, n) => event(`event-${String(n)}`, '2022-10-07'))

  it('are the mark that counts what had no room', () => {
    const rows = { available: 2, leastPerLane: 2, extraForSpans: 0, mostPerLane: 2 }
    const { stage } = setup(MANY, { rows })
    const mark = stage.lanes.flatMap(({ marks }) => marks)[0]
    const counted = mark?.records[0] ?? ''
    const end = arrowEnds(stage, new Map([[counted, null]])).get(counted)
    expect(end).toMatchObject({ startDay: mark?.startDay, endDay: mark?.startDay, leastPx: 44 })
  })

  it('join the links between the same two marks to one arrow that says how many', () => {
    const later = Array.from({ length: 40 }, (_, n) => event(`later-${String(n)}`, '2024-10-07'))
    const rows = { available: 1, leastPerLane: 1, extraForSpans: 0, mostPerLane: 1 }
    const links = [0, 1, 2, 3, 4].map((n) => link(`event-${String(n)}`, `later-${String(n)}`))
    const { layer, content, draw, stage } = setup([...MANY, ...later, ...links], { rows })
    const counted = stage.lanes.flatMap(({ marks }) => marks.flatMap(({ records }) => records))
    const between = links.filter((one) => one.type === 'link' && counted.includes(one.from) && counted.includes(one.to))
    expect(between.length).toBeGreaterThan(2)
    layer.showAll(true, content)
    draw()
    expect(words()).toContain(`× ${String(between.length)}`)
    expect(paths()).toHaveLength(links.length - between.length + 1)
  })

  it('are in the folded lane that holds them', () => {
    const { stage } = setup(TWO, { collapsed: ['story:allowed'] })
    expect(stage.lanes.map(({ lane }) => lane.id)).toEqual(['story:allowed'])
    const ends = arrowEnds(
      stage,
      new Map([
        ['cause', null],
        ['effect', null],
      ]),
    )
    expect([...ends.keys()].sort()).toEqual(['cause', 'effect'])
  })

  it('are where a record is drawn, rather than where another lane only counts it', () => {
    const { lanes } = setup(TWO).stage
    const [first] = lanes
    if (first === undefined) throw new Error('no lane')
    const mark: CountMark = {
      key: '+',
      startDay: 0,
      endDay: 1,
      row: 0,
      count: 2,
      kinds: new Map([['policy', 2]]),
      counts: 'beginning',
      records: ['cause', 'other'],
    }
    const ends = arrowEnds({ lanes: [{ ...first, items: [], marks: [mark] }, ...lanes] }, new Map([['cause', null]]))
    expect(ends.get('cause')?.startDay).toBeGreaterThan(1)
    const passing = { ...mark, counts: 'passing', endDay: 900, records: ['long', 'later'] } as const
    const along = { lanes: [{ ...first, items: [], marks: [passing] }] }
    const wanted = new Map([
      ['long', 300],
      ['later', 2000],
    ])
    expect([...arrowEnds(along, wanted).values()].map(({ startDay }) => startDay)).toEqual([300, 900])
    const beginning = { lanes: [{ ...first, items: [], marks: [{ ...passing, counts: 'beginning' as const }] }] }
    expect([...arrowEnds(beginning, wanted).values()].map(({ startDay }) => startDay)).toEqual([0, 0])
  })
})
