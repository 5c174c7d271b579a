import type { Page } from '@playwright/test'
import { documentOfParts, type PlacedRecords } from '../../src/domain/model/placed-records'
import type { TapelineRecord } from '../../src/domain/model/record'
import type { Bridge, Channel } from '../../src/ipc/channels'
import type { In, Out } from '../../src/ipc/contract'
import type { Reply } from '../../src/ipc/reply'

/** Calls a channel of the contract from inside the page, as the window does. */
export async function call<C extends Channel>(page: Page, channel: C, input: In<C>): Promise<Reply<Out<C>>> {
  const reply = await page.evaluate(
    ([name, value]) => (window as unknown as { tapeline: Bridge }).tapeline.call(name, value),
    [channel, input] as const,
  )
  return reply as Reply<Out<C>>
}

/** The value of a reply that must be one. */
export async function mustCall<C extends Channel>(page: Page, channel: C, input: In<C>): Promise<Out<C>> {
  const reply = await call(page, channel, input)
  if (!reply.ok) throw new Error(`${channel}: ${JSON.stringify(reply.error)}`)
  return reply.value
}

/** The open workspace with its records, also those that main gives in parts. */
export async function workspaceOf(page: Page): Promise<Out<'workspace:open'> & { records: TapelineRecord[] }> {
  const state = await mustCall(page, 'workspace:open', {})
  const { recordsText, toCome } = state
  if (toCome === null) return { ...state, records: JSON.parse(recordsText) as TapelineRecord[] }
  const parts = [placed({ recordsText, placesText: toCome.placesText })]
  for (let part = 1; ; part += 1) {
    const next = await mustCall(page, 'workspace:part', { reading: toCome.reading, part })
    parts.push(placed(next))
    if (next.isLast) return { ...state, records: [...documentOfParts(parts).records.values()] }
  }
}

const placed = ({ recordsText, placesText }: { recordsText: string; placesText: string }): PlacedRecords => ({
  records: JSON.parse(recordsText) as TapelineRecord[],
  places: JSON.parse(placesText) as number[],
})
