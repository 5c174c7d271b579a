import { marksOf, type CountShape, type ItemShape, type Mark, type Scene, type TextShape } from './scene'

/** The box of a mark, for tests that look for what overlaps or leaves the page. */
export interface Box {
  readonly what: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export const textOf = (text: TextShape): string => text.runs.map((run) => run.text).join('')
export const textsOf = (scene: Scene): TextShape[] => marksOf(scene.shapes).filter((mark) => mark.shape === 'text')
export const wordsOf = (scene: Scene, role: TextShape['role']): string[] =>
  textsOf(scene)
    .filter((text) => text.role === role)
    .map(textOf)
export const itemsOf = (scene: Scene): ItemShape[] => scene.shapes.filter((shape) => shape.shape === 'item')
export const countsOf = (scene: Scene): CountShape[] => scene.shapes.filter((shape) => shape.shape === 'count')

function boxOf(mark: Mark): Box | undefined {
  if (mark.shape === 'text')
    return {
      what: textOf(mark),
      left: mark.xPx,
      right: mark.xPx + mark.widthPx,
      top: mark.baselinePx - mark.font.sizePx * 0.75,
      bottom: mark.baselinePx + mark.font.sizePx * 0.25,
    }
  if (mark.shape !== 'glyph') return undefined
  const half = mark.sizePx / 2
  return {
    what: mark.kind,
    left: mark.centreXPx - half,
    right: mark.centreXPx + half,
    top: mark.centreYPx - half,
    bottom: mark.centreYPx + half,
  }
}

export const boxesOf = (scene: Scene): Box[] =>
  marksOf(scene.shapes)
    .map(boxOf)
    .filter((box) => box !== undefined)

const touch = (a: Box, b: Box): boolean =>
  a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01

/** Pairs of texts and marks of which one covers the other. */
export function overlaps(boxes: readonly Box[]): string[] {
  const sorted = boxes.toSorted((a, b) => a.top - b.top)
  return sorted.flatMap((a, index) => {
    const found: string[] = []
    for (let next = index + 1; next < sorted.length; next += 1) {
      const b = sorted[next]
      if (b === undefined || b.top >= a.bottom) break
      if (touch(a, b)) found.push(`${a.what} × ${b.what}`)
    }
    return found
  })
}

/** Texts and marks that leave their page. */
export const offPage = (scene: Scene): Box[] =>
  boxesOf(scene).filter(
    ({ left, right, top, bottom }) =>
      left < -0.01 || right > scene.widthPx + 0.01 || top < -0.01 || bottom > scene.heightPx + 0.01,
  )

/** The numbers at the head of the entries of a list, in order. */
export function listNumbers(scene: Scene, role: 'note' | 'source', listFontPx: number): number[] {
  return textsOf(scene)
    .filter((text) => text.role === role && text.font.sizePx === listFontPx && /^\d+$/.test(textOf(text)))
    .map((text) => Number(textOf(text)))
}

/** The numbers behind names, with runs such as `2–5` written out. */
export function numbersBehindNames(scene: Scene, fontPx: number): number[] {
  return textsOf(scene)
    .filter((text) => text.role === 'source' && text.font.sizePx === fontPx)
    .flatMap((text) =>
      textOf(text)
        .split(',')
        .flatMap((part) => {
          const [first = 0, last = first] = part.split('–').map(Number)
          return Array.from({ length: last - first + 1 }, (_, index) => first + index)
        }),
    )
}
