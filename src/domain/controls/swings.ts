import type { DayNumber } from '../time/day-number'
import { catchOf, type Catch } from './catch'
import { metricsOf } from './condition-reading'
import { asSubstitute, mayBeRight, opinionsOn } from './control-value'
import { isAtHome, type ChipEntry, type ControlsIndex } from './controls-index'
import type { OtherFigure } from './figure'
import { together, type Weighed } from './gate-outcome'
import { Kept } from './kept'
import { reaches, standingOn, type ProvisionEntry } from './rulebook'
import { gatesOf, type Status } from './status'
import type { Truth } from './truth'

/** What the outcome would be with another source's figure in place of the accepted one. */
export interface Swing {
  readonly figure: OtherFigure
  readonly outcome: Status['outcome']
}

/** Whether each paragraph there catches a chip, by the accepted figures and by those of each other opinion. */
interface Alternatives {
  readonly provisions: readonly ProvisionEntry[]
  readonly usual: readonly Truth[]
  readonly others: readonly { readonly figure: OtherFigure; readonly caught: readonly Truth[] }[]
}

/** What does not hang on the day; most chips have no other opinion, and then there is nothing to be asked. */
const KNOWN = new Kept<Alternatives>()

function alternativesOf(index: ControlsIndex, entry: ChipEntry, destination: string): Alternatives {
  const provisions = index.rulebook.provisions.filter(({ provision }) => reaches(provision, destination))
  const caughtWith = (figure?: OtherFigure): Truth[] =>
    provisions.map((each) => catchOf(each, entry.chip, figure && asSubstitute(figure)).caught)
  const figures = distinct(provisions.flatMap((each) => opinionsUnder(each, entry)))
  return {
    provisions,
    usual: figures.length === 0 ? [] : caughtWith(),
    others: figures.map((figure) => ({ figure, caught: caughtWith(figure) })),
  }
}

/**
 * The figures of other sources with which the outcome would be another, each tried alone. Sparse figures and those
 * that the record rejects are not tried: they are no other opinion of the same thing.
 */
export function figureSwings(index: ControlsIndex, entry: ChipEntry, destination: string, day: DayNumber): Swing[] {
  if (isAtHome(entry, destination)) return []
  const make = (): Alternatives => alternativesOf(index, entry, destination)
  const { provisions, usual, others } = KNOWN.of(index, entry, destination, make)
  if (others.length === 0) return []
  const standings = provisions.map((each) => standingOn(each.entry, day))
  const outcomeWith = (caught: readonly Truth[]): Status['outcome'] => {
    const weighed = provisions.flatMap((provision, at): Weighed[] => {
      const [truth, standing] = [caught[at], standings[at]]
      return truth === undefined || standing === undefined ? [] : [{ provision, caught: truth, standing }]
    })
    const gates = gatesOf(weighed, destination)
    return together([gates.export, gates.import]).outcome
  }
  const before = outcomeWith(usual)
  return others.flatMap(({ figure, caught }): Swing[] => {
    const outcome = outcomeWith(caught)
    return outcome === before ? [] : [{ figure, outcome }]
  })
}

/** The figures of other sources with which a paragraph would catch a chip that it does not, or the other way round. */
export function swingsOfCatch(provision: ProvisionEntry, entry: ChipEntry, held: Catch): OtherFigure[] {
  return distinct(opinionsUnder(provision, entry)).filter(
    (figure) => catchOf(provision, entry.chip, asSubstitute(figure)).caught !== held.caught,
  )
}

function opinionsUnder({ entry, provision }: ProvisionEntry, { chip }: ChipEntry): OtherFigure[] {
  const compared = provision.when === undefined ? [] : metricsOf(provision.when)
  return compared.flatMap((metric) => opinionsOn(chip, metric, entry.formulas)).filter(mayBeRight)
}

/** Each opinion once: one figure may stand behind several quantities. */
function distinct(figures: readonly OtherFigure[]): OtherFigure[] {
  return figures.filter(({ spec }, at) => figures.findIndex((other) => other.spec === spec) === at)
}
