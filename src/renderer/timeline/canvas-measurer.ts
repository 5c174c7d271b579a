import type { FontSpec, TextMeasurer } from '../../domain/layout/timeline-item'

/**
 * Widths of text as this window draws it, from the widths of its characters: each is measured once for
 * each font. Kerning is left out, which makes a label a px too wide here and there and never too narrow. When a font
 * has arrived that was not there before, another measurer is needed: what is laid out is kept with its measurer.
 */
export class CanvasMeasurer implements TextMeasurer {
  private readonly context: CanvasRenderingContext2D
  private readonly widths = new Map<string, Map<string, number>>()
  private font = ''

  constructor(private readonly family: string) {
    const context = document.createElement('canvas').getContext('2d')
    if (context === null) throw new Error('this window cannot draw: no 2D canvas')
    this.context = context
  }

  widthPx(text: string, { sizePx, weight }: FontSpec): number {
    const font = `${String(weight)} ${String(sizePx)}px ${this.family}`
    let known = this.widths.get(font)
    if (known === undefined) this.widths.set(font, (known = new Map<string, number>()))
    let width = 0
    for (const character of text) {
      let one = known.get(character)
      if (one === undefined) {
        if (this.font !== font) this.context.font = this.font = font
        one = this.context.measureText(character).width
        known.set(character, one)
      }
      width += one
    }
    return Math.ceil(width)
  }
}
