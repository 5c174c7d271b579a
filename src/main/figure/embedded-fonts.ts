import { marksOf, type Scene, type TextShape } from '../../domain/figure/scene'
import type { Script } from '../../domain/figure/text-runs'
import { shippedWeight } from './font-files'
import { FontSubsetter } from './font-subset'
import type { Face, ShippedFonts } from './shipped-fonts'

const FAMILY: Readonly<Record<Script, string>> = { latin: 'Inter', han: 'Noto Sans TC' }

/**
 * A scene whose runs name the font that really sets them, so that no reader has to look for a letter
 * that Inter lacks.
 */
export function withSettledFonts(scene: Scene, fonts: ShippedFonts): Scene {
  const settled = (text: TextShape): TextShape => {
    if (text.runs.every(({ script, text: words }) => fonts.faceOf(script, words, text.font.weight).script === script))
      return text
    const runs = text.runs.map((run) => ({
      ...run,
      script: fonts.faceOf(run.script, run.text, text.font.weight).script,
    }))
    return { ...text, runs }
  }
  const shapes = scene.shapes.map((shape) => {
    if (shape.shape === 'text') return settled(shape)
    if (!('parts' in shape)) return shape
    return { ...shape, parts: shape.parts.map((part) => (part.shape === 'text' ? settled(part) : part)) }
  })
  return { ...scene, shapes }
}

/** The characters of a scene by the face that sets them, in order of their code points. */
export function charactersByFace(scene: Scene, fonts: ShippedFonts): Map<Face, string[]> {
  const found = new Map<Face, Set<string>>()
  for (const mark of marksOf(scene.shapes)) {
    if (mark.shape !== 'text') continue
    for (const { script, text } of mark.runs) {
      const face = fonts.face(script, shippedWeight(mark.font.weight))
      const characters = found.get(face) ?? new Set()
      for (const character of text) characters.add(character)
      found.set(face, characters)
    }
  }
  const inOrder = (characters: Set<string>): string[] =>
    [...characters].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))
  return new Map([...found].map(([face, characters]) => [face, inOrder(characters)]))
}

const subsetters = new Map<string, FontSubsetter>()

function subsetterIn(folder: string): FontSubsetter {
  const known = subsetters.get(folder)
  if (known !== undefined) return known
  const subsetter = new FontSubsetter(folder)
  subsetters.set(folder, subsetter)
  return subsetter
}

/** `@font-face` rules that hold the letters of a settled scene, one for each face. */
export function fontFacesOf(scene: Scene, fonts: ShippedFonts): string {
  const faces = [...charactersByFace(scene, fonts)].sort(([a], [b]) =>
    a.script === b.script ? a.weight - b.weight : a.script < b.script ? 1 : -1,
  )
  return faces
    .map(([face, characters]) => {
      const font = subsetterIn(fonts.folder).subset(face, characters).toString('base64')
      // A weight between two that ship is set in the nearer one, as it was measured.
      const weights = face.weight === 400 ? '1 500' : '501 1000'
      return `@font-face{font-family:'${FAMILY[face.script]}';font-weight:${weights};src:url(data:font/ttf;base64,${font}) format('truetype')}`
    })
    .join('')
}
