import { expect, test } from '@playwright/test'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { call, mustCall, workspaceOf } from './call'
import { launchTapeline, type Tapeline } from './launch'
import { ownFolder } from './own-folder'
import { firstOrganisation, renaming } from './renaming'

const folder = ownFolder('tapeline-edits-')
const file = () => join(folder(), 'Tapeline.tapeline')
const launch = () => launchTapeline({ userDataDir: folder() })
const state = ({ page }: Tapeline) => workspaceOf(page)

test('an edit is saved when it is answered, and can be undone and redone after a restart', async () => {
  const first = await launch()
  const before = await firstOrganisation(first)
  await mustCall(first.page, 'workspace:commit', renaming(before, 'Renamed'))
  await first.close()
  const second = await launch()
  expect(await firstOrganisation(second)).toMatchObject({ id: before.id, name: { en: 'Renamed' } })
  expect((await state(second)).history).toMatchObject({
    revision: 1,
    undo: { action: 'rename', subject: before.name },
    redo: null,
  })
  await mustCall(second.page, 'workspace:undo', {})
  await second.close()
  const third = await launch()
  expect(await firstOrganisation(third)).toEqual(before)
  await mustCall(third.page, 'workspace:redo', {})
  expect(await firstOrganisation(third)).toMatchObject({ name: { en: 'Renamed' } })
  await third.close()
})

test('killed right after the answer, every answered edit is there at the next start', async () => {
  let name = ''
  for (let round = 0; round < 3; round += 1) {
    const tapeline = await launch()
    let current = await firstOrganisation(tapeline)
    if (round > 0) expect(current.name.en).toBe(name)
    for (let n = 0; n < 3; n += 1) {
      name = `Round ${String(round)} edit ${String(n)}`
      await mustCall(tapeline.page, 'workspace:commit', renaming(current, name))
      current = { ...current, name: { ...current.name, en: name } }
    }
    const child = tapeline.app.process()
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  const last = await launch()
  expect((await firstOrganisation(last)).name.en).toBe(name)
  expect(await state(last)).toMatchObject({ readOnly: false, notices: [], history: { revision: 9 } })
  await last.close()
})

test('an edit that the page sends while it closes is kept', async () => {
  const first = await launch()
  const before = await firstOrganisation(first)
  await first.page.evaluate(
    (input) => {
      const { tapeline } = window as unknown as {
        tapeline: { call(channel: string, input: unknown): Promise<unknown> }
      }
      window.addEventListener('beforeunload', () => void tapeline.call('workspace:commit', input))
    },
    renaming(before, 'At the last moment'),
  )
  await first.close()
  const second = await launch()
  expect((await firstOrganisation(second)).name.en).toBe('At the last moment')
  await second.close()
})

test('a file that is deleted while it is open: the edit is not called saved', async () => {
  const tapeline = await launch()
  const edit = renaming(await firstOrganisation(tapeline), 'Lost')
  const heard = tapeline.page.evaluate(
    () =>
      new Promise((resolve) => {
        const { tapeline: bridge } = window as unknown as {
          tapeline: { on(event: string, listener: (payload: unknown) => void): unknown }
        }
        bridge.on('workspace:problem', resolve)
      }),
  )
  rmSync(file())
  expect(await call(tapeline.page, 'workspace:commit', edit)).toMatchObject({
    ok: false,
    error: { code: 'storage', path: file() },
  })
  expect(await heard).toMatchObject({ code: 'changed-on-disk', file: file() })
  await tapeline.close()
})
