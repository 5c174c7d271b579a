import { TEXT_FIELDS } from './record-texts'

/** The rank of a name or alias that is the query itself: before all others. */
export const EXACT = 0
/** Added to the rank of a field for each term that it lacks. */
const LACKING = 100

const NAMES: ReadonlySet<number> = new Set([TEXT_FIELDS.indexOf('name'), TEXT_FIELDS.indexOf('alias')])

/** Of a kind of field: whether it says what the record is called. */
export const isName = (kind: number): boolean => NAMES.has(kind)

/** How well a field shows a hit, lower is better: by terms that it lacks, its kind, and whether it begins with one. */
export const fieldRank = (kind: number, lacking: number, begins: boolean): number =>
  EXACT + 1 + lacking * LACKING + kind * 2 + (begins ? 0 : 1)

/** The best rank that a field of a kind can have. */
export const leastRank = (kind: number): number => (isName(kind) ? EXACT : fieldRank(kind, 0, true))
