import type { Page } from '@playwright/test'

/** What the timeline shows, read from its elements: nothing is asked of the app itself. */
export interface OnScreen {
  /** Drawn items: record, lane, the rectangle of glyph and label, and how far the bar behind them reaches. */
  readonly items: readonly {
    record: string
    lane: string
    left: number
    right: number
    top: number
    bottom: number
    bar: { left: number; right: number } | null
  }[]
  readonly marks: readonly { lane: string; count: number; left: number; right: number }[]
  readonly lanes: readonly string[]
  /** The area of the axis, in px of the page. */
  readonly area: { left: number; right: number }
}

/**
 * Waits until the picture stands still and is whole: the camera has arrived, positions stay over four frames, and what
 * is above and below the window is drawn, too.
 */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))
    const read = (): string =>
      [...document.querySelectorAll('.item-box')]
        .map((element) => {
          const { left, top } = element.getBoundingClientRect()
          return `${String(left)},${String(top)}`
        })
        .join(';')
    for (let round = 0; round < 200; round++) {
      const before = read()
      for (let frames = 0; frames < 4; frames++) await frame()
      const { moving, whole } = document.querySelector<HTMLElement>('.timeline')?.dataset ?? {}
      if (moving === 'false' && whole === 'true' && read() === before) return
    }
    throw new Error('the timeline never stands still')
  })
}

export function readScreen(page: Page): Promise<OnScreen> {
  return page.evaluate(() => {
    const axis = document.querySelector('.axis')?.getBoundingClientRect()
    if (axis === undefined) throw new Error('there is no axis')
    const text = (element: Element, name: string): string => (element as HTMLElement).dataset[name] ?? ''
    const items = [...document.querySelectorAll('.item')].map((element) => {
      const { left, right, top, bottom } = (element.querySelector('.head') ?? element).getBoundingClientRect()
      const box = element.querySelector('.bar')?.getBoundingClientRect()
      const bar = box === undefined || box.height === 0 ? null : { left: box.left, right: box.right }
      return { record: text(element, 'record'), lane: text(element, 'lane'), left, right, top, bottom, bar }
    })
    const marks = [...document.querySelectorAll('.mark')].map((element) => {
      const { left, right } = element.getBoundingClientRect()
      return { lane: text(element, 'lane'), count: Number(text(element, 'count')), left, right }
    })
    const lanes = [...document.querySelectorAll('.lane')].map((element) => text(element, 'lane'))
    return { items, marks, lanes, area: { left: axis.left, right: axis.right } }
  })
}

/** Turns the wheel and waits until the page has heard of it, which Playwright itself does not. */
export async function turnWheel(page: Page, dxPx: number, dyPx: number): Promise<void> {
  const heard = await page.evaluateHandle(() => {
    const state = { heard: false }
    addEventListener('wheel', () => (state.heard = true), { capture: true, once: true })
    return state
  })
  await page.mouse.wheel(dxPx, dyPx)
  await page.waitForFunction((state) => state.heard, heard)
  await heard.dispose()
}
