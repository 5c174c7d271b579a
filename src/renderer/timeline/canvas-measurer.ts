import type { FontSpec, TextMeasurer } from '../../domain/layout/timeline-item'

/** Widths of text as this window draws it; each text is measured once for each font. */
export class CanvasMeasurer implements TextMeasurer {
  private readonly context: CanvasRenderingContext2D
  private readonly widths = new Map<string, number>()
  private font = ''

  constructor(private readonly family: string) {
    const context = document.createElement('canvas').getContext('2d')
    if (context === null) throw new Error('this window cannot draw: no 2D canvas')
    this.context = context
  }

  widthPx(text: string, { sizePx, weight }: FontSpec): number {
    const font = `${String(weight)} ${String(sizePx)}px ${this.family}`
    const key = `${font}\n${text}`
    const known = this.widths.get(key)
    if (known !== undefined) return known
    if (this.font !== font) this.context.font = this.font = font
    const width = Math.ceil(this.context.measureText(text).width)
    this.widths.set(key, width)
    return width
  }

  /** Forgets what was measured, when a font has arrived that was not there before. */
  forget(): void {
    this.widths.clear()
    this.font = ''
  }
}
