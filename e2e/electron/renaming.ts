import type { Change } from '../../src/domain/change/change'
import type { RecordOf, TapelineRecord } from '../../src/domain/model/record'
import { workspaceOf } from './call'
import type { Tapeline } from './launch'

export const isVendor = (record: TapelineRecord): record is RecordOf<'organisation'> => record.type === 'organisation'

/** Some record to edit. */
export async function firstOrganisation(tapeline: Tapeline): Promise<RecordOf<'organisation'>> {
  const found = (await workspaceOf(tapeline.page)).records.find(isVendor)
  if (found === undefined) throw new Error('the starter data has no organisation')
  return found
}

export function renaming(from: RecordOf<'organisation'>, to: string): { change: Change & { edits: never } } {
  const record = { ...from, name: { ...from.name, en: to } }
  const change: Change = { label: { action: 'rename', subject: from.name }, edits: { [from.id]: { from, to: record } } }
  return { change: change as Change & { edits: never } }
}
