import { afterEach, describe, expect, it, vi } from 'vitest'
import { mount, type VueWrapper } from '@vue/test-utils'
import { nextTick } from 'vue'
import { eventually } from '../../testing/eventually'
import { i18n } from '../language/i18n'
import KeptMenu from './KeptMenu.vue'

const words = {
  label: 'Figures',
  empty: 'None is kept',
  keep: 'Keep as new',
  keepTitle: 'Keep it',
  keepText: 'Under this name.',
  update: 'Update',
  rename: 'Rename',
  renameTitle: 'Rename it',
  renameText: 'It stays as it is.',
  remove: 'Delete',
  name: 'Name',
  save: 'Save',
}
const acts = { onChoose: vi.fn(), onUpdate: vi.fn(), onRemove: vi.fn() }
const keep = vi.fn<(name: string) => Promise<string | null>>()
const rename = vi.fn<(id: string, name: string) => Promise<string | null>>()
const ALL = [
  { id: 'a', name: 'Chips' },
  { id: 'b', name: 'Rules' },
]

let menu: VueWrapper | undefined
function show(given: Partial<{ chosen: string; canEdit: boolean; canKeep: boolean; isChanged: boolean }> = {}): void {
  const props = {
    kind: 'figure',
    words,
    all: ALL,
    chosen: null,
    current: 'Not kept',
    canEdit: true,
    canKeep: true,
    isChanged: false,
    keep,
    rename,
    ...acts,
    ...given,
  }
  menu = mount(KeptMenu, { props, global: { plugins: [i18n] }, attachTo: document.body })
}
afterEach(() => {
  menu?.unmount()
  document.body.replaceChildren()
  vi.resetAllMocks()
})

const byId = (id: string): HTMLElement | null => document.querySelector(`[data-testid="${id}"]`)
const items = (): (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')].map(({ textContent }) => textContent.trim())
async function open(): Promise<void> {
  const button = byId('kept-figures')
  button?.focus()
  button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  await eventually(() => {
    expect(items().length).toBeGreaterThan(0)
  })
}
async function pick(id: string): Promise<void> {
  await open()
  byId(id)?.click()
  await nextTick()
}
async function typeName(name: string): Promise<void> {
  await eventually(() => {
    expect(byId('name-field')).not.toBeNull()
  })
  const field = byId('name-field') as HTMLInputElement
  field.value = name
  field.dispatchEvent(new Event('input'))
  await nextTick()
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  await nextTick()
}

describe('the menu of what is kept', () => {
  it('offers to change only what is chosen, and to update only what is changed', async () => {
    show()
    await open()
    expect(items()).toEqual(['Chips', 'Rules', 'Keep as new'])
    menu?.unmount()
    show({ chosen: 'b' })
    await open()
    expect(items()).toEqual(['Chips', 'Rules', 'Keep as new', 'Update', 'Rename', 'Delete'])
    expect(byId('update-figure')?.getAttribute('aria-disabled')).toBe('true')
  })

  it('tells which one was chosen, and which is to be updated or deleted', async () => {
    show({ chosen: 'b', isChanged: true })
    await open()
    document.querySelector<HTMLElement>('[data-testid="kept-figure"]')?.click()
    await pick('update-figure')
    await pick('delete-figure')
    expect(acts.onChoose.mock.calls).toEqual([['a']])
    expect(acts.onUpdate.mock.calls).toEqual([['b']])
    expect(acts.onRemove.mock.calls).toEqual([['b']])
  })

  it('changes nothing where nothing can be edited', async () => {
    show({ chosen: 'b', isChanged: true, canEdit: false })
    await open()
    for (const id of ['keep-figure', 'update-figure', 'rename-figure', 'delete-figure'])
      expect(byId(id)?.getAttribute('aria-disabled')).toBe('true')
  })

  it('asks for a name until it can be had', async () => {
    keep.mockResolvedValueOnce('That name is taken.').mockResolvedValue(null)
    show()
    await pick('keep-figure')
    await typeName('Chips')
    await eventually(() => {
      expect(document.body.textContent).toContain('That name is taken.')
    })
    await typeName('Chips of 2026')
    await eventually(() => {
      expect(byId('name-field')).toBeNull()
    })
    expect(keep.mock.calls).toEqual([['Chips'], ['Chips of 2026']])
  })

  it('renames the chosen one, from the name that it has', async () => {
    rename.mockResolvedValue(null)
    show({ chosen: 'b' })
    await pick('rename-figure')
    await eventually(() => {
      expect((byId('name-field') as HTMLInputElement | null)?.value).toBe('Rules')
    })
    await typeName('Law')
    await eventually(() => {
      expect(rename.mock.calls).toEqual([['b', 'Law']])
    })
  })
})
