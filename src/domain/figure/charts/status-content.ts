import { concernsOf, type ControlsIndex } from '../../controls/controls-index'
import { GATES, gateStretches, type Gate, type GateStretch } from '../../controls/gate-state'
import { laneValue } from '../../controls/lane-metric'
import { gateOf } from '../../controls/rulebook'
import { segmentsOf } from '../../controls/segments'
import type { RecordId } from '../../model/ids'
import type { Names } from '../../model/names'
import type { RecordOf } from '../../model/record'
import type { FigureSpec } from '../figure-spec'
import { gateNames, statusHeading, type Heading } from './chart-words'

/** What the rules said of one chip, a bar for each gate. */
export interface StatusRow {
  readonly chip: RecordOf<'chip'>
  readonly bars: readonly { readonly gate: Gate; readonly names: Names; readonly stretches: readonly GateStretch[] }[]
}

/** The status bars of a figure. */
export interface StatusContent {
  readonly heading: Heading
  readonly rows: readonly StatusRow[]
  /** What the rules and the figures that they compare rest on. */
  readonly sources: readonly RecordId[]
  /** Records that the bars hang on, sources left aside. */
  readonly records: readonly RecordId[]
}

/** The status bars that a spec asks for; null where it asks for none. Chips that the document does not hold are passed over. */
export function statusContent(index: ControlsIndex, spec: FigureSpec): StatusContent | null {
  const asked = spec.settings.status
  if (asked === undefined) return null
  const { destination } = asked
  const entries = asked.chips.flatMap((id) => index.chips.get(id) ?? [])
  const concerns = entries.flatMap((entry) => concernsOf(index, entry, destination).map(({ provision }) => provision))
  const rules = [...new Map(concerns.map(({ entry }) => [entry.rule.id, entry])).values()]
  const exporters = [
    ...new Set(rules.filter((entry) => gateOf(entry, destination) === 'export').map(({ rule }) => rule.jurisdiction)),
  ].sort()
  const gates = GATES.filter((gate) => asked.gate === 'both' || asked.gate === gate).map((gate) => ({
    gate,
    names: gateNames(gate, exporters, destination),
  }))
  return {
    heading: statusHeading(
      destination,
      gates.map(({ names }) => names),
    ),
    rows: entries.map((entry) => {
      const segments = segmentsOf(index, entry, destination)
      return {
        chip: entry.chip,
        bars: gates.map((each) => ({
          ...each,
          stretches: gateStretches(segments, each.gate).filter(({ state }) => state !== 'not-announced'),
        })),
      }
    }),
    sources: [
      ...new Set([
        ...concerns.flatMap(({ entry, provision }) => [...provision.sources, ...entry.rule.sources]),
        ...entries.flatMap(({ chip }) => laneValue(chip, 'tpp').sources),
      ]),
    ],
    records: [
      ...new Set([...entries.flatMap(({ chip }) => [chip.id, chip.vendor]), ...rules.map(({ rule }) => rule.id)]),
    ],
  }
}
