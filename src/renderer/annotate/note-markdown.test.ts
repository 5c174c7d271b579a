import { describe, expect, it, vi } from 'vitest'
import { HOSTILE_NOTES } from '../../testing/hostile-notes'
import { renderNote } from './note-markdown'

// DOMPurify needs a real browser: `e2e/electron/notes.spec.ts` reads the same notes with it. Here the parser must do alone.
vi.mock('dompurify', () => ({
  default: {
    sanitize(markup: string): DocumentFragment {
      const template = document.createElement('template')
      template.innerHTML = markup
      return template.content
    },
  },
}))

const host = { resolve: (target: string) => (target === 'H200' ? 'h200' : null), unresolved: 'No such record' }

function rendered(markdown: string): HTMLElement {
  const page = document.createElement('div')
  page.append(renderNote(markdown, host))
  return page
}

const HARMLESS = new Set(
  'p br hr h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong s a span table thead tbody tr th td'.split(' '),
)
const ATTRIBUTES = new Set(['class', 'role', 'tabindex', 'start', 'data-tip', 'data-url', 'data-record'])

describe('a note as it reads', () => {
  it.each(HOSTILE_NOTES)('holds nothing that acts: %s', (note) => {
    for (const element of rendered(note).querySelectorAll<HTMLElement>('*')) {
      expect(HARMLESS.has(element.localName), element.localName).toBe(true)
      for (const name of element.getAttributeNames()) expect(ATTRIBUTES.has(name), name).toBe(true)
      expect(element.dataset['url'] ?? 'https://').toMatch(/^https:\/\//)
    }
  })

  it('keeps what Markdown is for', () => {
    const page = rendered(
      '# Head\n\n**bold** *soft* ~~gone~~ `code`\n\n- one\n- two\n\n> said\n\n| a | b |\n|---|---|\n| 1 | 2 |',
    )
    for (const tag of ['h1', 'strong', 'em', 's', 'code', 'ul > li + li', 'blockquote', 'table td'])
      expect(page.querySelector(tag), tag).not.toBeNull()
    expect(rendered('one\ntwo').querySelector('br')).not.toBeNull()
  })

  it('turns addresses into something to ask for, never into a link that leads away', () => {
    const page = rendered('See https://www.bis.gov/a and [this](https://example.com/b?c=1).')
    expect([...page.querySelectorAll('a')].map((a) => [a.dataset['url'], a.hasAttribute('href'), a.role])).toEqual([
      ['https://www.bis.gov/a', false, 'link'],
      ['https://example.com/b?c=1', false, 'link'],
    ])
  })

  it('links to records, and shows where a name is none', () => {
    const page = rendered('[[H200]], [[H200|that *chip*]] and [[B999]]; `[[H200]]` as code')
    expect([...page.querySelectorAll('a')].map((a) => [a.textContent, a.dataset['record'], a.className])).toEqual([
      ['H200', 'h200', 'note-link'],
      ['that *chip*', 'h200', 'note-link'],
      ['B999', undefined, 'note-link-unresolved'],
    ])
  })

  it('says the words of an image in its place', () => {
    const page = rendered('![A <b>chart</b>](https://example.com/a.png)')
    expect(page.textContent).toContain('A <b>chart</b>')
    expect(page.querySelector('img')).toBeNull()
  })
})
