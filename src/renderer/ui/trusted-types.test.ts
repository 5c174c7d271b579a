import { afterEach, expect, it, vi } from 'vitest'
import { escapeMarkup } from './trusted-types'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

it('turns markup into text', () => {
  expect(escapeMarkup(`<img src=x onerror="alert('1')"> & more`)).toBe(
    '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more',
  )
})

it('is the policy for whatever a library hands to the page', async () => {
  const createPolicy = vi.fn<(name: string, rules: { createHTML: (markup: string) => string }) => void>()
  vi.stubGlobal('trustedTypes', { createPolicy })
  vi.resetModules()
  await import('./trusted-types')
  expect(createPolicy.mock.calls[0]?.[0]).toBe('default')
  expect(createPolicy.mock.calls[0]?.[1].createHTML('<b>')).toBe('&lt;b&gt;')
})
