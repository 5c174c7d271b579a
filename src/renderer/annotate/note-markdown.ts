import DOMPurify from 'dompurify'
import MarkdownIt from 'markdown-it'
import { NOTE_LINK, noteLinkOf } from '../../domain/search/note-links'

// Two walls, each of which would do alone: the parser writes no markup of the writer's own, and the
// purifier lets through a list of elements that can neither load, run nor submit anything.

const TAGS = 'p br hr h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong s a span table thead tbody tr th td'
const ATTRIBUTES = ['href', 'start', 'data-note-link']

const parser = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false })
// `www.example.com` alone would become http, which is never opened, and a mail address is none of ours.
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false })
parser.validateLink = isWebAddress
// An image would be fetched; its words stay.
parser.renderer.rules['image'] = (tokens, at) => parser.utils.escapeHtml(tokens[at]?.content ?? '')

// No tooltips of the writer's making, and no `style` for the alignment of a column, which the page would refuse.
for (const rule of ['link_open', 'th_open', 'td_open'])
  parser.renderer.rules[rule] = (tokens, at, options, _env, self) => {
    const token = tokens[at]
    if (token) token.attrs = token.attrs?.filter(([name]) => ATTRIBUTES.includes(name)) ?? null
    return self.renderToken(tokens, at, options)
  }

const atNoteLink = new RegExp(NOTE_LINK, 'y')
parser.inline.ruler.before('link', 'note_link', (state, silent) => {
  atNoteLink.lastIndex = state.pos
  const match = atNoteLink.exec(state.src.slice(0, state.posMax))
  const link = match && noteLinkOf(match)
  if (match === null || link === null) return false
  if (!silent) {
    state.push('note_link_open', 'a', 1).attrs = [['data-note-link', link.target]]
    state.push('text', '', 0).content = link.shown
    state.push('note_link_close', 'a', -1)
  }
  state.pos += match[0].length
  return true
})

/** Whether main would open it at all: `link:open` takes https and nothing else. */
function isWebAddress(address: string): boolean {
  return /^https:\/\/[^/\s]/i.test(address) && URL.canParse(address)
}

/** How links are drawn: what a note link leads to (null where it leads nowhere), and what to say of those. */
export interface LinkHost {
  readonly resolve: (target: string) => string | null
  readonly unresolved: string
}

/**
 * A Markdown note as elements. Links carry no address that the window could follow: `data-url` or
 * `data-record` say what a click asks for.
 */
export function renderNote(markdown: string, host: LinkHost): DocumentFragment {
  const fragment = DOMPurify.sanitize(parser.render(markdown), {
    ALLOWED_TAGS: TAGS.split(' '),
    ALLOWED_ATTR: ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  })
  for (const anchor of fragment.querySelectorAll('a')) disarm(anchor, host)
  return fragment
}

function disarm(anchor: HTMLAnchorElement, host: LinkHost): void {
  const address = anchor.getAttribute('href')
  const target = anchor.getAttribute('data-note-link')
  anchor.removeAttribute('href')
  anchor.removeAttribute('data-note-link')
  const record = target === null ? null : host.resolve(target)
  if (target !== null && record === null) {
    anchor.className = 'note-link-unresolved'
    anchor.dataset['tip'] = host.unresolved
    return
  }
  if (record !== null) anchor.dataset['record'] = record
  else if (address !== null && isWebAddress(address)) {
    anchor.dataset['url'] = address
    anchor.dataset['tip'] = address
  } else return
  anchor.className = record === null ? 'note-address' : 'note-link'
  anchor.setAttribute('role', 'link')
  anchor.tabIndex = 0
}
