import { describe, expect, it } from 'vitest'
import { documentOfParts } from '../../domain/model/placed-records'
import type { Out } from '../../ipc/contract'
import type { Reply } from '../../ipc/reply'
import { anEvent } from '../../testing/builders'
import { Arriving, placedOf, type Arrival } from './arrival'

type PartReply = Reply<Out<'workspace:part'>>

const PARTS = 5
/** Each part has one record; part 0 came with the answer. */
const textsOf = (part: number) => ({
  recordsText: JSON.stringify([anEvent({ id: `event-${String(part)}` })]),
  placesText: JSON.stringify([part]),
})
const replyOf = (part: number): PartReply => ({
  ok: true,
  value: { ...textsOf(part), done: part + 1, isLast: part === PARTS - 1, notices: [] },
})

function make(
  total = PARTS,
  answer: (part: number) => PartReply = replyOf,
  shown: () => Promise<void> = () => Promise.resolve(),
) {
  const asked: number[] = []
  const waiting: (() => void)[] = []
  const heard: Arrival[] = []
  const log: string[] = []
  const { recordsText, placesText } = textsOf(0)
  const toCome = { reading: 3, placesText, done: 1, total, tooLarge: null }
  const arriving = new Arriving(placedOf(recordsText, placesText), toCome, {
    ask: (_reading, part) =>
      new Promise((resolve) => {
        asked.push(part)
        waiting.push(() => {
          resolve(answer(part))
        })
      }),
    idle: () => Promise.resolve(),
    progress: (arrival) => heard.push(arrival),
    show(parts) {
      log.push(`show ${String(parts.length)}`)
      return shown()
    },
    ended: () => log.push('ended'),
    stale: () => Promise.resolve(void log.push('stale')),
  })
  /** Main answers what it was asked for until now. */
  const answerAll = async () => {
    for (const reply of waiting.splice(0)) reply()
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  const answerToEnd = async () => {
    while (waiting.length > 0) await answerAll()
  }
  const here = () => [...documentOfParts(arriving.parts).records.keys()]
  return { arriving, asked, heard, log, answerAll, answerToEnd, here, begin: () => (void arriving.run(), answerAll()) }
}

const all = Array.from({ length: PARTS }, (_, part) => `event-${String(part)}`)

describe('records that come in parts', () => {
  it('are asked for in turn, one ahead, and are all there in the end', async () => {
    const { begin, answerToEnd, asked, heard, here, log } = make()
    await begin()
    await answerToEnd()
    expect(asked).toEqual([1, 2, 3, 4])
    expect(here()).toEqual(all)
    expect(heard.map(({ done }) => done)).toEqual([1, 2, 3, 4, 5])
    expect(heard.map(({ state }) => state)).toEqual([...Array<string>(4).fill('running'), 'arranging'])
    expect(log).toEqual(['show 5', 'ended'])
  })

  it('are asked for no further once it is stopped, what is in is shown, and the rest comes when wanted', async () => {
    const { arriving, begin, answerAll, answerToEnd, asked, here, heard, log } = make()
    await begin()
    arriving.stop()
    const askedBefore = asked.length
    await answerToEnd()
    expect(asked.length).toBe(askedBefore)
    expect(heard.at(-1)?.state).toBe('stopped')
    expect(log).toEqual([`show ${String(here().length)}`])
    void arriving.run()
    await answerAll()
    await answerToEnd()
    expect(here()).toEqual(all)
    expect(new Set(asked).size).toBe(asked.length)
    expect(log.at(-1)).toBe('ended')
  })

  it('are taken once when it is stopped and wanted again before main has answered', async () => {
    const { arriving, begin, answerToEnd, here, log } = make()
    void begin()
    arriving.stop()
    void arriving.run()
    arriving.stop()
    void arriving.run()
    await Promise.resolve()
    await answerToEnd()
    await answerToEnd()
    expect(here()).toEqual(all)
    expect(log.at(-1)).toBe('ended')
  })

  it('say what went wrong, and the same part is asked for again', async () => {
    let refusals = 1
    const { arriving, begin, answerAll, answerToEnd, asked, heard, here } = make(PARTS, (part) =>
      part === 2 && refusals-- > 0 ? { ok: false, error: { code: 'internal', message: 'disk' } } : replyOf(part),
    )
    await begin()
    await answerToEnd()
    expect(heard.at(-1)).toMatchObject({ state: 'failed', error: { message: 'disk' } })
    void arriving.run()
    await answerAll()
    await answerToEnd()
    expect(asked).toEqual([1, 2, 2, 3, 4])
    expect(here()).toEqual(all)
  })

  it('cannot be stopped any more once all is in, and are not edited before they are shown', async () => {
    let isShown = (): void => undefined
    const { arriving, begin, answerToEnd, heard, log } = make(
      PARTS,
      replyOf,
      () => new Promise((resolve) => (isShown = resolve)),
    )
    await begin()
    await answerToEnd()
    arriving.stop()
    expect(heard.at(-1)?.state).toBe('arranging')
    expect(log).toEqual(['show 5'])
    isShown()
    await answerToEnd()
    await Promise.resolve()
    expect(log).toEqual(['show 5', 'ended'])
  })

  it('of a document that became another one are not mixed with it', async () => {
    const { begin, answerToEnd, log, here } = make(PARTS, (part) =>
      part === 3 ? { ok: false, error: { code: 'stale', message: 'edited' } } : replyOf(part),
    )
    await begin()
    await answerToEnd()
    expect(log).toEqual(['stale'])
    expect(here()).toEqual(all.slice(0, 3))
  })

  it('tell nothing any more once they were given up', async () => {
    const { arriving, begin, answerToEnd, heard, log } = make()
    await begin()
    const before = heard.length
    arriving.abandon()
    await answerToEnd()
    expect([heard.length, log]).toEqual([before, []])
  })

  it('are shown in between where they are very many', async () => {
    const many = (part: number): PartReply => ({
      ok: true,
      value: { ...textsOf(part), done: part * 150_000, isLast: part === PARTS - 1, notices: [] },
    })
    const { begin, answerToEnd, log } = make(600_000, many)
    await begin()
    await answerToEnd()
    expect(log).toEqual(['show 2', 'show 4', 'show 5', 'ended'])
  })
})
