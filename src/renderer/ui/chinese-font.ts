let asked: Promise<unknown> | undefined

/**
 * Brings in the sheet that names the hundred slices of the Chinese face; a slice itself is read when
 * a character of it is shown. The sheet is 110 kB, so an English window asks only after its first
 * timeline stands.
 */
export function loadChineseFont(): Promise<unknown> {
  asked ??= import('@fontsource-variable/noto-sans-tc/wght.css')
  return asked
}

/** The sizes and weights in which lists and panels set text. */
const SETTINGS = ['--text-md', '--text-sm', '--text-xs'].flatMap((size) =>
  ['--weight-text', '--weight-medium'].map((weight) => `font-size: var(${size}); font-weight: var(${weight})`),
)

/**
 * Reads the slices of the face that a text needs, and sets a word of it in each size and weight, beside text and in a field,
 * while the window is idle. Else the first Chinese words of a list wait for the browser to look through the fonts of the system for
 * each character, and to join a hundred slices for each size and weight: some 100 ms in all.
 */
export async function warmChineseFont(text: string): Promise<void> {
  await loadChineseFont()
  if (text === '') return
  await document.fonts.load("400 13px 'Noto Sans TC Variable'", text)
  const [word = ''] = text
  for (const setting of SETTINGS)
    for (const element of [spanOf(word), fieldOf(word)]) {
      await new Promise<unknown>((resolve) => requestIdleCallback(resolve))
      element.style.cssText = `position: fixed; visibility: hidden; ${setting}`
      document.body.append(element)
      element.getBoundingClientRect()
      element.remove()
    }
}

function spanOf(word: string): HTMLElement {
  const span = document.createElement('span')
  span.textContent = word
  return span
}

/** Text in a field is set by rules of its own, and so looked up anew. */
function fieldOf(word: string): HTMLElement {
  const field = document.createElement('input')
  field.value = word
  field.tabIndex = -1
  return field
}
