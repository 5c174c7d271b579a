import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { expect, it } from 'vitest'
import { aChip, anOrganisation, aSource, aSpec } from '../../testing/builders'
import { memoryBridge } from '../../testing/memory-bridge'
import { connect } from '../document/client'
import { useDocumentStore } from '../document/document-store'
import { i18n, speak } from '../language/i18n'
import DeleteDialog from './DeleteDialog.vue'

it.each([
  ['en', ['Memory 141 GB', 'FP8 1,979 TFLOPS dense']],
  ['zh-Hant', ['記憶體容量 141 GB', 'FP8 1,979 TFLOPS 稠密']],
] as const)('names the figures that would stand without a source (%s)', async (locale, lost) => {
  const pinia = createPinia()
  setActivePinia(pinia)
  const specs = [
    aSpec('memory-capacity', 141, { sources: ['press'] }),
    aSpec('fp8', 1979, { sources: ['press'], condition: ['dense'] }),
    aSpec('tdp', 700, { sources: ['press', 'a-source'] }),
  ]
  connect(memoryBridge([aSource(), aSource({ id: 'press' }), anOrganisation(), aChip({ specs })]))
  speak(locale)
  await useDocumentStore().open()
  const dialog = mount(DeleteDialog, {
    props: { records: ['press'] },
    global: { plugins: [pinia, i18n] },
    attachTo: document.body,
  })
  await flushPromises()
  const found = document.querySelectorAll('[data-testid="lost-support"] li')
  expect([...found].map(({ textContent }) => textContent)).toEqual(lost)
  dialog.unmount()
  speak('en')
})
