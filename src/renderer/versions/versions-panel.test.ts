import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { redate, rename } from '../../domain/change/commands'
import type { Change } from '../../domain/change/change'
import type { TapelineRecord } from '../../domain/model/record'
import type { Version } from '../../ipc/values'
import { aChip, anEvent, anOrganisation, aSource } from '../../testing/builders'
import { memoryBridge } from '../../testing/memory-bridge'
import { connect } from '../document/client'
import { useDocumentStore } from '../document/document-store'
import { i18n, speak } from '../language/i18n'
import { useComparisonStore } from './comparison-store'
import VersionsPanel from './VersionsPanel.vue'

const version = (revision: number, name: string | null = null): Version => ({
  id: `v${String(revision)}`,
  kind: name === null ? 'automatic' : 'named',
  name,
  madeAtMs: Date.UTC(2026, 10, 25, 7, revision),
  revision,
  bytes: 537_000,
})

/** A bridge that has versions, as main would have them: each with the records of its moment. */
async function setup(states: ReadonlyMap<string, { version: Version; records: readonly TapelineRecord[] }>) {
  const pinia = createPinia()
  setActivePinia(pinia)
  const bridge = memoryBridge([aSource(), anOrganisation(), aChip(), anEvent()], {
    handlers: {
      'versions:list': () => ({
        ok: true,
        value: { folder: '/backups', versions: [...states.values()].map((state) => state.version) },
      }),
      'versions:difference': ({ id }) => {
        const state = states.get(id)
        if (state === undefined) return { ok: false, error: { code: 'not-found', message: id } }
        const then = new Map(state.records.map((record) => [record.id, record]))
        const now = new Map(bridge.store.records().records.map((record) => [record.id, record]))
        const edits: Record<string, Change['edits'][string]> = {}
        for (const key of new Set([...then.keys(), ...now.keys()]))
          if (JSON.stringify(then.get(key)) !== JSON.stringify(now.get(key)))
            edits[key] = { from: then.get(key) ?? null, to: now.get(key) ?? null }
        return { ok: true, value: { version: state.version, revision: bridge.store.history().revision, edits } }
      },
    },
  })
  connect(bridge)
  const documents = useDocumentStore()
  await documents.open()
  speak('en')
  const panel = mount(VersionsPanel, { global: { plugins: [pinia, i18n] }, attachTo: document.body })
  await flushPromises()
  return { bridge, documents, panel, comparison: useComparisonStore() }
}

const startRecords = () => [aSource(), anOrganisation(), aChip(), anEvent()]

describe('the versions panel', () => {
  it('lists versions by day and says where they are and what the rule does', async () => {
    const states = new Map([
      ['v0', { version: version(0, 'Start'), records: startRecords() }],
      ['v1', { version: version(1), records: startRecords() }],
    ])
    const { panel } = await setup(states)
    const rows = panel.findAll('[data-testid="version"]').map((row) => row.text())
    expect(rows[0]).toContain('Start')
    expect(rows[0]).toContain('537 kB')
    expect(rows[1]).toContain('Automatic')
    expect(panel.text()).toContain('Kept in /backups')
    expect(panel.text()).toContain('The 1 unnamed version there is stays')
  })

  it('compares with now, follows an edit, and goes to a record', async () => {
    const { panel, documents, comparison } = await setup(
      new Map([['v0', { version: version(0, 'Start'), records: startRecords() }]]),
    )
    const chip = aChip()
    await documents.dispatch((document) => rename(document, { id: chip.id, locale: 'en', text: 'New' }))
    expect(await comparison.compare(version(0, 'Start'), null)).toBeNull()
    await flushPromises()
    const listed = (kind: string) =>
      panel.findAll(`[data-kind="${kind}"] [data-compared]`).map((row) => row.attributes('data-compared'))
    expect([listed('changed'), listed('moved')]).toEqual([[chip.id], []])
    await documents.dispatch((document) => redate(document, { id: chip.id, field: 'announced', text: '2030' }))
    await flushPromises()
    expect([listed('changed'), listed('moved')]).toEqual([[], [chip.id]])
    expect(panel.get(`[data-compared="${chip.id}"] small`).text()).toContain('→ 2030')
    await panel.get(`[data-compared="${chip.id}"] .turn`).trigger('click')
    expect(panel.get('ins').text()).toContain('New')
    await panel.get(`[data-compared="${chip.id}"] .name`).trigger('click')
    expect(panel.emitted('go')).toEqual([[chip.id]])
    expect(comparison.kinds.get(chip.id)).toBe('moved')
  })

  it('puts the earlier of two versions first, whichever was asked for', async () => {
    const later = startRecords().map((record) => (record.id === 'nvidia' ? anOrganisation({ roles: [] }) : record))
    const { comparison } = await setup(
      new Map([
        ['v1', { version: version(1), records: startRecords() }],
        ['v2', { version: version(2), records: later }],
      ]),
    )
    for (const [one, other] of [
      [1, 2],
      [2, 1],
    ] as const) {
      expect(await comparison.compare(version(one), version(other))).toBeNull()
      expect([comparison.earlier?.version.id, comparison.later?.version.id]).toEqual(['v1', 'v2'])
      expect(comparison.comparison?.changed.map(({ to }) => to)).toEqual([anOrganisation({ roles: [] })])
    }
    comparison.close()
    expect([comparison.comparison, comparison.kinds.size]).toEqual([null, 0])
  })

  it('does not mix states: what main read of another revision is read again, and given up at last', async () => {
    const { bridge, comparison } = await setup(new Map([['v0', { version: version(0), records: startRecords() }]]))
    // The file moves on behind this window's back.
    const chip = aChip()
    bridge.store.commit({
      label: { action: 'edit', subject: chip.name },
      edits: { [chip.id]: { from: chip, to: aChip({ announced: '2030' }) } },
    })
    expect(await comparison.compare(version(0), null)).toMatchObject({ code: 'stale' })
    expect(bridge.calls.filter(({ channel }) => channel === 'versions:difference').length).toBe(3)
    expect(comparison.comparison).toBeNull()
  })

  it('says so when the list cannot be read, and reads it again', async () => {
    const { bridge, panel } = await setup(new Map())
    expect(panel.text()).toContain('No versions yet')
    bridge.refuseNext('versions:list', 'storage')
    bridge.tell('versions:changed', {})
    await flushPromises()
    expect(panel.get('[role="alert"]').text()).toContain('could not be read')
    await panel.get('[role="alert"] button').trigger('click')
    await flushPromises()
    expect(panel.text()).toContain('No versions yet')
  })

  it('keeps a name that was refused in its field, with the reason', async () => {
    const { bridge, panel } = await setup(new Map())
    bridge.refuseNext('versions:create', 'invalid')
    await panel.get('[data-testid="version-name"]').setValue('版'.repeat(60))
    await panel.get('[data-testid="keep-version"]').trigger('click')
    await flushPromises()
    expect(panel.get('[role="alert"]').text()).toContain('too long')
    expect((panel.get('[data-testid="version-name"]').element as HTMLInputElement).value.length).toBe(60)
  })
})
