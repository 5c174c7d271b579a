/** Stands between texts. A query that holds it finds nothing, so that no match runs across two texts. */
export const BETWEEN = '\u0000'

/** Texts in one long string, in which the engine searches fastest. */
export class TextRun {
  private readonly joined: string
  /** Where each text begins; one more at the end. */
  private readonly begins: Uint32Array
  private readonly fields: Uint32Array

  /** `fields`: a number for each text, rising. */
  constructor(texts: readonly string[], fields: readonly number[]) {
    this.joined = texts.map((text) => text + BETWEEN).join('')
    this.fields = Uint32Array.from(fields)
    this.begins = new Uint32Array(texts.length + 1)
    for (const [place, text] of texts.entries()) this.begins[place + 1] = this.beginOf(place) + text.length + 1
  }

  /** Calls back for each text that holds a term, in order. `begins`: the text begins with it. */
  each(term: string, found: (field: number, place: number, begins: boolean) => void): void {
    const { joined } = this
    let place = 0
    for (let match = joined.indexOf(term); match >= 0; match = joined.indexOf(term, this.beginOf(place))) {
      while (this.beginOf(place + 1) <= match) place += 1
      found(this.fields[place] ?? 0, place, match === this.beginOf(place))
      place += 1
    }
  }

  textOf(place: number): string {
    return this.joined.slice(this.beginOf(place), this.beginOf(place + 1) - 1)
  }

  isText(place: number, text: string): boolean {
    const begin = this.beginOf(place)
    return this.beginOf(place + 1) - 1 - begin === text.length && this.joined.startsWith(text, begin)
  }

  private beginOf(place: number): number {
    return this.begins[place] ?? Infinity
  }
}
