import type { DayNumber } from '../time/day-number'
import { catchOf, type Catch } from './catch'
import { metricsOf } from './condition-reading'
import { asSubstitute, mayBeRight, metricsBehind } from './control-value'
import { isAtHome, type ChipEntry, type ControlsIndex } from './controls-index'
import { figureOf, type OtherFigure } from './figure'
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
  const outcomeWith = (figure?: OtherFigure): Status['outcome'] => {
    const weighed = provisions.map((provision) => {
      const { caught } = catchOf(provision, entry.chip, figure === undefined ? undefined : asSubstitute(figure))
      return { provision, caught, standing: standingOn(provision.entry, day) }
    })
    const gates = gatesOf(weighed, destination)
    return together([gates.export, gates.import]).outcome
  }
  const metrics = new Set(provisions.flatMap(metricsUnder))
  const usual = outcomeWith()
  return [...metrics].flatMap((metric) =>
    figureOf(entry.chip, metric)
      .others.filter(mayBeRight)
      .flatMap((figure): Swing[] => {
        const outcome = outcomeWith(figure)
        return outcome === usual ? [] : [{ figure, outcome }]
      }),
  )
}

/** The figures of other sources with which a paragraph would catch a chip that it does not, or the other way round. */
export function swingsOfCatch(provision: ProvisionEntry, { chip }: ChipEntry, held: Catch): OtherFigure[] {
  return metricsUnder(provision).flatMap((metric) =>
    figureOf(chip, metric)
      .others.filter(mayBeRight)
      .filter((figure) => catchOf(provision, chip, asSubstitute(figure)).caught !== held.caught),
  )
}

function metricsUnder({ entry, provision }: ProvisionEntry) {
  const compared = provision.when === undefined ? [] : metricsOf(provision.when)
  return [...new Set(compared.flatMap((metric) => metricsBehind(metric, entry.formulas)))]
}
