/** Stands between texts. A query that holds it finds nothing, so that no match runs across two texts. */
export const BETWEEN = '\u0000'

/**
 * Told of a text that holds what is sought: the record and the field it belongs to, and whether it begins with it.
 * The answer says whether the record's other texts may tell more.
 */
export type Found = (record: number, field: number, begins: boolean) => boolean

/** The texts of some records in one long string, in which the engine searches fastest. */
export class TextRun {
  private readonly joined: string
  /** Where each text begins; one more at the end. */
  private readonly begins: Uint32Array
  private readonly fields: Uint32Array
  /** The first text of each record; one more at the end. */
  private readonly firstOf: Uint32Array

  /** `fields`: a number for each text, rising. `firstOf`: for each record the first of its texts, and their count. */
  constructor(texts: readonly string[], fields: readonly number[], firstOf: readonly number[]) {
    this.joined = texts.map((text) => text + BETWEEN).join('')
    this.fields = Uint32Array.from(fields)
    this.firstOf = Uint32Array.from(firstOf)
    this.begins = new Uint32Array(texts.length + 1)
    for (const [place, text] of texts.entries())
      this.begins[place + 1] = at(this.begins, place) + text.length + BETWEEN.length
  }

  /** Calls back for texts that hold a term, in order; of these records alone, if they are named (rising numbers). */
  each(term: string, found: Found, among: ArrayLike<number> | null): void {
    const { joined, begins, firstOf, fields } = this
    let [asked, record, text, from] = [0, 0, 0, 0]
    while (from < joined.length) {
      if (among !== null) {
        while (asked < among.length && at(among, asked) < record) asked += 1
        if (asked === among.length) return
        if (at(among, asked) > record) {
          record = at(among, asked)
          text = at(firstOf, record)
          from = at(begins, text)
        }
      }
      const match = joined.indexOf(term, from)
      if (match < 0) return
      while (at(begins, text + 1) <= match) text += 1
      const holder = recordOf(firstOf, text, record)
      if (holder !== record) {
        record = holder
        if (among !== null) {
          while (asked < among.length && at(among, asked) < record) asked += 1
          // A match in a record that was not asked for: go on with the next one that was.
          if (at(among, asked) !== record) {
            from = at(begins, text)
            continue
          }
        }
      }
      const more = found(record, at(fields, text), match === at(begins, text))
      if (more) text += 1
      else {
        record += 1
        text = at(firstOf, record)
      }
      from = at(begins, text)
    }
  }

  textOf(place: number): string {
    return this.joined.slice(at(this.begins, place), at(this.begins, place + 1) - BETWEEN.length)
  }

  isText(place: number, text: string): boolean {
    const begin = at(this.begins, place)
    return at(this.begins, place + 1) - BETWEEN.length - begin === text.length && this.joined.startsWith(text, begin)
  }
}

/** The record that a text belongs to; it is `from` or a later one. */
function recordOf(firstOf: Uint32Array, text: number, from: number): number {
  let record = from
  while (at(firstOf, record + 1) <= text) record += 1
  return record
}

const at = (list: ArrayLike<number>, place: number): number => list[place] ?? Infinity
