import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { computed, defineComponent, h, shallowRef, type Component } from 'vue'
import { EMPTY_DOCUMENT } from '../../domain/model/document'
import { i18n, speak } from '../language/i18n'
import { provideForm } from './form-context'
import PartList from './PartList.vue'

interface Line {
  readonly row: string
  readonly text: string
}

let unmount = (): void => undefined
async function setup({ ordered = true, wrong = '' } = {}) {
  speak('en')
  const lines = shallowRef<readonly Line[]>([
    { row: 'a', text: 'one' },
    { row: 'b', text: 'two' },
  ])
  let made = 0
  const Form = defineComponent(() => {
    provideForm({
      document: computed(() => EMPTY_DOCUMENT),
      addSource: () => undefined,
      faultAt: () => null,
      record: null,
      wanted: null,
      hasFaultUnder: (path) => wrong.startsWith(path),
    })
    return () =>
      h(
        // Its type of part is a parameter, which `h` does not take.
        PartList as Component,
        {
          path: 'lines',
          modelValue: lines.value,
          'onUpdate:modelValue': (value: readonly Line[]) => (lines.value = value),
          addLabel: 'Add a line',
          removeLabel: 'Remove',
          titleOf: ({ row }: Line) => row,
          summaryOf: ({ text }: Line) => text,
          isNew: ({ row }: Line) => row.startsWith('new'),
          fresh: () => ({ row: `new-${(made += 1)}`, text: '' }),
          ...(ordered ? { copyOf: ({ text }: Line) => ({ row: `new-${(made += 1)}`, text }) } : {}),
        },
        {
          default: ({ part, path, set }: { part: Line; path: string; set: (change: Partial<Line>) => void }) =>
            h('input', {
              'data-field': path,
              value: part.text,
              onInput: (event: Event) => {
                set({ text: (event.target as HTMLInputElement).value })
              },
            }),
        },
      )
  })
  const form = mount(Form, { global: { plugins: [i18n] }, attachTo: document.body })
  unmount = () => {
    form.unmount()
  }
  await flushPromises()
  const click = async (row: string, part: string) => {
    form.get(`[data-part-row="${row}"] ${part}`).element.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await flushPromises()
  }
  const texts = (): string[] => lines.value.map(({ text }) => text)
  return { form, lines, click, texts }
}
afterEach(() => {
  unmount()
})

describe('a list of parts', () => {
  it('opens a new part with the focus in its first field, and gives what is typed to that part alone', async () => {
    const { form, lines, texts } = await setup()
    await form.get('.add').trigger('click')
    await flushPromises()
    expect(document.activeElement?.getAttribute('data-field')).toBe('lines[2]')
    await form.get('[data-field="lines[2]"]').setValue('three')
    expect(texts()).toEqual(['one', 'two', 'three'])
    expect(lines.value[0]).toEqual({ row: 'a', text: 'one' })
  })

  it('puts a copy after what was copied, with the focus in it', async () => {
    const { click, texts } = await setup()
    await click('a', '[data-testid="part-copy"]')
    expect(texts()).toEqual(['one', 'one', 'two'])
    expect(document.activeElement?.getAttribute('data-field')).toBe('lines[1]')
  })

  it('moves a part by its keys, the focus going with it', async () => {
    const { form, texts } = await setup()
    const toggle = form.get('[data-part-row="a"] .toggle').element as HTMLElement
    toggle.focus()
    toggle.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }))
    await flushPromises()
    expect(texts()).toEqual(['two', 'one'])
    expect(document.activeElement).toBe(form.get('[data-part-row="a"] .toggle').element)
  })

  it('removes a part and goes to the button that adds one', async () => {
    const { click, texts } = await setup()
    await click('b', '[data-testid="part-remove"]')
    expect(texts()).toEqual(['one'])
    expect(document.activeElement?.textContent).toBe('Add a line')
  })

  it('has parts closed but for what is wrong, and no order where none was asked for', async () => {
    const { form } = await setup({ ordered: false, wrong: 'lines[1].text' })
    const open = form.findAll('.toggle').map((each) => each.attributes('aria-expanded'))
    expect(open).toEqual(['false', 'true'])
    expect(form.find('[data-testid="part-up"], [data-testid="part-copy"]').exists()).toBe(false)
  })
})
