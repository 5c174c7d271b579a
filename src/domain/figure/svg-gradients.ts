import type { FadeStop } from './scene'

/** The soft edges of one SVG, each written once. */
export class Gradients {
  private readonly ids = new Map<string, string>()

  /** The id of a fade from the left to the right edge of whatever it fills. */
  across(colour: string, stops: readonly FadeStop[]): string {
    return this.idOf('', colour, stops)
  }

  /** The id of a fade between two places of the page, already written, for lines that share it. */
  between(colour: string, stops: readonly FadeStop[], left: string, right: string): string {
    return this.idOf(` gradientUnits="userSpaceOnUse" x1="${left}" y1="0" x2="${right}" y2="0"`, colour, stops)
  }

  private idOf(attributes: string, colour: string, stops: readonly FadeStop[]): string {
    const body = stops
      .map(
        ({ at, opacity }) =>
          `<stop offset="${at.toFixed(4)}" stop-color="${colour}" stop-opacity="${opacity.toFixed(3)}"/>`,
      )
      .join('')
    const key = `${attributes}>${body}`
    const known = this.ids.get(key)
    if (known !== undefined) return known
    const id = `fade${String(this.ids.size + 1)}`
    this.ids.set(key, id)
    return id
  }

  definitions(): string {
    if (this.ids.size === 0) return ''
    const all = [...this.ids].map(([key, id]) => `<linearGradient id="${id}"${key}</linearGradient>`)
    return `<defs>\n${all.join('\n')}\n</defs>`
  }
}
