import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import SegmentedControl from './SegmentedControl.vue'

describe('segmented control', () => {
  const options = ['story', 'vendor', 'kind'].map((value) => ({ value, label: value.toUpperCase() }))
  const setup = (modelValue: string) =>
    mount(SegmentedControl, { props: { label: 'Lanes', options, modelValue }, attachTo: document.body })

  it('is a group of radios of which one is chosen and in the tab order', () => {
    const radios = setup('vendor').findAll('[role="radio"]')
    expect(radios.map((radio) => radio.attributes('aria-checked'))).toEqual(['false', 'true', 'false'])
    expect(radios.map((radio) => radio.attributes('tabindex'))).toEqual(['-1', '0', '-1'])
  })
  it('moves with the arrows, round the end', async () => {
    const control = setup('kind')
    await control.trigger('keydown', { key: 'ArrowRight' })
    await control.trigger('keydown', { key: 'ArrowLeft' })
    expect(control.emitted('update:modelValue')).toEqual([['story'], ['kind']])
  })
  it('chooses by click', async () => {
    const control = setup('story')
    await control.get('[data-value="kind"]').trigger('click')
    expect(control.emitted('update:modelValue')).toEqual([['kind']])
  })
})
