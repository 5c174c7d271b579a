import type { DayNumber } from '../time/day-number'
import { catchOf, type Catch } from './catch'
import { metricsOf } from './condition-reading'
import { asSubstitute, mayBeRight, opinionsOn } from './control-value'
import { isAtHome, type ChipEntry, type ControlsIndex } from './controls-index'
import type { OtherFigure } from './figure'
import { together } from './gate-outcome'
import { reaches, standingOn, type ProvisionEntry } from './rulebook'
import { gatesOf, type Status } from './status'

/** What the outcome would be with another source's figure in place of the accepted one. */
export interface Swing {
  readonly figure: OtherFigure
  readonly outcome: Status['outcome']
}

/**
 * The figures of other sources with which the outcome would be another, each tried alone. Sparse figures and those
 * that the record rejects are not tried: they are no other opinion of the same thing.
 */
export function figureSwings(index: ControlsIndex, entry: ChipEntry, destination: string, day: DayNumber): Swing[] {
  if (isAtHome(entry, destination)) return []
  const provisions = index.rulebook.provisions.filter(({ provision }) => reaches(provision, destination))
  const figures = distinct(provisions.flatMap((each) => opinionsUnder(each, entry)))
  if (figures.length === 0) return []
  const outcomeWith = (figure?: OtherFigure): Status['outcome'] => {
    const weighed = provisions.map((provision) => {
      const { caught } = catchOf(provision, entry.chip, figure === undefined ? undefined : asSubstitute(figure))
      return { provision, caught, standing: standingOn(provision.entry, day) }
    })
    const gates = gatesOf(weighed, destination)
    return together([gates.export, gates.import]).outcome
  }
  const usual = outcomeWith()
  return figures.flatMap((figure): Swing[] => {
    const outcome = outcomeWith(figure)
    return outcome === usual ? [] : [{ figure, outcome }]
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
