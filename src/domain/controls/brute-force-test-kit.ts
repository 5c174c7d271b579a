import { recordOfType, recordsOfType, type Document } from '../model/document'
import type { RecordOf } from '../model/record'
import type { Provision } from '../model/rule'
import type { DayNumber } from '../time/day-number'
import { readCondition } from './condition-reading'
import { datedOf, reached, type Dated } from './dated'
import { LADDER, isLadderStep, rankOf, type LadderStep } from './ladder'
import { rulebookOf } from './rulebook'
import type { Truth } from './truth'

type Rule = RecordOf<'rule'>
type World = ReadonlySet<string>
type Ask = (chip: RecordOf<'chip'>, destination: string, day: DayNumber) => Record<'export' | 'import', LadderStep[]>

/**
 * What may come out at each gate on one day, from the records alone and by trying every world that fits what is
 * known. No index, no segments, no choice of what concerns a chip: the peer of `statusOn` in tests and bench.
 */
export function bruteForce(document: Document): Ask {
  const rules = recordsOfType(document, 'rule')
  const formulas = rulebookOf(document).rules
  return (chip, destination, day) => {
    const home = recordOfType(document, 'organisation', chip.vendor)?.jurisdiction
    const atHome = home === destination || (home === 'CN' && ['HK', 'MO'].includes(destination))
    const parts = rules.flatMap((rule) =>
      rule.provisions.filter(isMeant(destination)).map((part) => {
        const gate = rule.gate ?? (rule.jurisdiction === destination ? 'import' : 'export')
        return { rule, part, gate, caught: catches(rule, part) }
      }),
    )
    const dates = new Map(rules.flatMap((rule) => turnsOf(rule)))
    const unknown = [...dates].filter(([, date]) => reached(date, day) === 'maybe').map(([name]) => name)
    unknown.push(...parts.filter(({ caught }) => caught === 'undetermined').map(({ part }) => part.id))
    const found = { export: new Set<LadderStep>(), import: new Set<LadderStep>() }
    for (let bits = 0; bits < 2 ** unknown.length; bits += 1) {
      const world = new Set(unknown.filter((_, at) => (bits >> at) & 1))
      found.export.add(outcome('export', world))
      found.import.add(outcome('import', world))
    }
    const sorted = (steps: Set<LadderStep>): LadderStep[] => LADDER.filter((step) => steps.has(step))
    return { export: sorted(found.export), import: sorted(found.import) }

    function catches(rule: Rule, part: Provision): Truth {
      if (part.chips?.includes(chip.id) === true) return 'met'
      if (part.when === undefined || atHome) return 'not-met'
      return readCondition(part.when, chip, formulas.get(rule.id)?.formulas).truth
    }
    function came(name: string, world: World): boolean {
      const date = dates.get(name)
      const answer = date === undefined ? 'no' : reached(date, day)
      return answer === 'yes' || (answer === 'maybe' && world.has(name))
    }
    function inForce(rule: Rule, world: World): boolean {
      const after = rules.filter(({ id, supersedes }) => id !== rule.id && supersedes.includes(rule.id))
      return came(rule.id, world) && !came(`${rule.id}:ended`, world) && !after.some(({ id }) => came(id, world))
    }
    function outcome(gate: string, world: World): LadderStep {
      const here = parts.filter((each) => each.gate === gate)
      const holds = ({ rule, part, caught }: (typeof parts)[number]): boolean =>
        inForce(rule, world) && (caught === 'met' || (caught === 'undetermined' && world.has(part.id)))
      const ranks = here.map((each): number => {
        const { part } = each
        if (part.only !== undefined || (part.overrides ?? []).length > 0 || !holds(each)) return 0
        if (here.some(({ rule, part: other }) => other.replaces?.includes(part.id) === true && inForce(rule, world)))
          return 0
        const eases = ({ part: { overrides, only, outcome: other } }: (typeof parts)[number]): boolean =>
          overrides?.includes(part.id) === true && only === undefined && isLadderStep(other.step)
        const { step } = (here.findLast((other) => eases(other) && holds(other))?.part ?? part).outcome
        return isLadderStep(step) && isLadderStep(part.outcome.step) ? rankOf(step) : 0
      })
      return LADDER[Math.max(0, ...ranks)] ?? 'no-licence'
    }
  }
}

const isMeant =
  (destination: string) =>
  ({ destinations, item, when, chips }: Provision): boolean =>
    (item ?? 'chip') === 'chip' &&
    (destinations.includes(destination) || destinations.includes('001')) &&
    (when !== undefined || (chips ?? []).length > 0)

function turnsOf(rule: Rule): [string, Dated][] {
  const known = rule.form === 'letter' || rule.form === 'guidance' ? (rule.announced ?? rule.published) : undefined
  const binds = rule.form === 'decision' ? null : datedOf(rule.effective ?? known)
  const ended = datedOf(rule.ended)
  return [
    ...(binds === null ? [] : [[rule.id, binds] as [string, Dated]]),
    ...(ended === null ? [] : [[`${rule.id}:ended`, ended] as [string, Dated]]),
  ]
}
