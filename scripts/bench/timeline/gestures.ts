import type { Page } from '@playwright/test'

/** From 43 years to a week, at a little more than a fifth for each notch; stock vis-timeline takes a fifth. */
const NOTCHES_TO_A_WEEK = 39
/** A wheel that is turned briskly. */
const NOTCH_EVERY_MS = 30
/** A mouse tells where it is about once in a frame. */
const MOVE_EVERY_MS = 16
const STEP_PX = 24
const STROKES = 3
/** Notches from everything to some nine years, a year and a half, and two and a half months. */
const PAN_AT = [8, 17, 27] as const
/** Of the camera, which flies for 180 ms. */
const ARRIVAL_MS = 300

/** Where there is timeline in all of the windows: stock vis-timeline is no higher than its items. */
const MIDDLE = { x: 760, y: 180 }
const [RIGHT, LEFT] = [1150, 350]

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Does something again and again at a beat; what came late is not made up for, as a hand would not. */
async function atBeat(times: number, everyMs: number, act: (at: number) => Promise<void>): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    const started = performance.now()
    await act(at)
    await wait(Math.max(everyMs - (performance.now() - started), 0))
  }
}

const turn = (page: Page, notches: number, towards: 1 | -1): Promise<void> =>
  atBeat(notches, NOTCH_EVERY_MS, () => page.mouse.wheel(0, 120 * towards))

/** The wheel from everything to a week and back. */
export async function zoomThereAndBack(page: Page): Promise<void> {
  await page.mouse.move(MIDDLE.x, MIDDLE.y)
  await turn(page, NOTCHES_TO_A_WEEK, -1)
  await wait(ARRIVAL_MS)
  await turn(page, NOTCHES_TO_A_WEEK, 1)
  await wait(ARRIVAL_MS)
}

async function drag(page: Page, fromX: number, toX: number): Promise<void> {
  await page.mouse.move(fromX, MIDDLE.y)
  await page.mouse.down()
  const step = fromX > toX ? -STEP_PX : STEP_PX
  await atBeat(Math.floor(Math.abs(toX - fromX) / STEP_PX), MOVE_EVERY_MS, (at) =>
    page.mouse.move(fromX + (at + 1) * step, MIDDLE.y),
  )
  await page.mouse.up()
}

/** Drags at three scales, to and fro; `during` is given each of them, so that only they are measured. */
export async function panAtScales(page: Page, during: (act: () => Promise<void>) => Promise<void>): Promise<void> {
  let at = 0
  for (const notches of PAN_AT) {
    await page.mouse.move(MIDDLE.x, MIDDLE.y)
    await turn(page, notches - at, -1)
    at = notches
    await wait(ARRIVAL_MS)
    await during(async () => {
      for (let stroke = 0; stroke < STROKES; stroke += 1) {
        await drag(page, RIGHT, LEFT)
        await drag(page, LEFT, RIGHT)
      }
    })
  }
}
