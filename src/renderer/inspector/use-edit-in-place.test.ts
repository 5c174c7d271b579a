import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, defineComponent, h, nextTick, useTemplateRef, type App } from 'vue'
import { useEditInPlace } from './use-edit-in-place'

let app: App
let host: HTMLElement
const save = vi.fn<(typed: string) => Promise<string | null>>()

const Field = defineComponent({
  setup() {
    const show = useTemplateRef<HTMLButtonElement>('show')
    const input = useTemplateRef<HTMLInputElement>('input')
    const { draft, error, begin, commit, onKey } = useEditInPlace({
      text: () => 'as it was',
      enter: () => input.value?.focus(),
      show,
      save,
    })
    return () =>
      draft.value === null
        ? h('button', { ref: 'show', onClick: begin })
        : h('label', [
            h('input', {
              ref: 'input',
              value: draft.value,
              onInput: ({ target }: Event) => (draft.value = (target as HTMLInputElement).value),
              onKeydown: onKey,
              onBlur: commit,
            }),
            error.value,
          ])
  },
})

beforeEach(() => {
  save.mockReset()
  save.mockResolvedValue(null)
  host = document.body.appendChild(document.createElement('div'))
  app = createApp(Field)
  app.mount(host)
})
afterEach(() => {
  app.unmount()
  host.remove()
})

const button = (): HTMLButtonElement | null => host.querySelector('button')
const input = (): HTMLInputElement | null => host.querySelector('input')
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 6; turn += 1) await nextTick()
}
async function type(text: string): Promise<void> {
  button()?.click()
  await settled()
  const field = input()
  if (field === null) throw new Error('no field')
  field.value = text
  field.dispatchEvent(new Event('input'))
  await settled()
}
async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  input()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }))
  await settled()
}

describe('editing in place', () => {
  it('begins with what is there, saves by Enter and gives the focus back', async () => {
    button()?.click()
    await settled()
    expect(input()?.value).toBe('as it was')
    expect(document.activeElement).toBe(input())
    await press('Enter')
    expect(save.mock.calls).toEqual([['as it was']])
    expect(document.activeElement).toBe(button())
  })

  it('gives up what was typed by Escape, which closes nothing else', async () => {
    const above = vi.fn()
    host.addEventListener('keydown', above)
    await type('otherwise')
    await press('Escape')
    expect(button()).not.toBeNull()
    expect(save).not.toHaveBeenCalled()
    expect(above).not.toHaveBeenCalled()
  })

  it('stays open with what kept it from being saved, until something else is typed', async () => {
    save.mockResolvedValue('Not a date.')
    await type('soon')
    await press('Enter')
    expect(host.textContent).toBe('Not a date.')
    const field = input()
    if (field === null) throw new Error('no field')
    field.value = 'sooner'
    field.dispatchEvent(new Event('input'))
    await settled()
    expect(host.textContent).toBe('')
  })

  it('saves once, though Enter and leaving the field both ask for it', async () => {
    let finish: (fault: null) => void = () => undefined
    save.mockReturnValue(new Promise((resolve) => (finish = resolve)))
    await type('new')
    await press('Enter')
    input()?.dispatchEvent(new FocusEvent('blur'))
    await settled()
    finish(null)
    await settled()
    expect(save.mock.calls).toEqual([['new']])
    expect(button()).not.toBeNull()
  })

  it('leaves Enter and Escape to an input method that composes', async () => {
    await type('輝')
    await press('Enter', { isComposing: true })
    await press('Escape', { isComposing: true })
    expect(input()).not.toBeNull()
    expect(save).not.toHaveBeenCalled()
  })
})
