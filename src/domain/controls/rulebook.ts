import { recordsOfType, type Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { RecordOf } from '../model/record'
import type { Provision } from '../model/rule'
import type { ControlMetric } from '../model/control-metric'
import type { Expression } from '../model/formula'
import { turnsOf } from './dated'
import { lifecycleOf, standingOf, type Lifecycle, type Standing, type Turn } from './lifecycle'
import type { Formulas } from './reckon'
import { untouchedRules } from './rule-webs'
import { STANDARD_FORMULAS } from './standard-formulas'
import type { DayNumber } from '../time/day-number'

type Rule = RecordOf<'rule'>

/** A rule with its life, what ends it and its definitions. */
export interface RuleEntry {
  readonly rule: Rule
  readonly life: Lifecycle
  readonly binds: Turn | null
  readonly ends: readonly Turn[]
  readonly formulas: Formulas
  /** Every day on which its standing may change. */
  readonly turns: readonly DayNumber[]
}

/** One paragraph that concerns chips: it names some, or has a condition in figures. */
export interface ProvisionEntry {
  readonly entry: RuleEntry
  readonly provision: Provision
  /** Paragraphs of which one in force takes the place of this one. */
  readonly replacedBy: readonly ProvisionEntry[]
  /** Paragraphs whose outcome stands in place of this one's for chips that they catch too. */
  readonly overriddenBy: readonly ProvisionEntry[]
}

export interface Rulebook {
  readonly rules: ReadonlyMap<RecordId, RuleEntry>
  /** All, in the order of the document. */
  readonly paragraphs: readonly ProvisionEntry[]
  /** Those about chips that figures or names can be held against. */
  readonly provisions: readonly ProvisionEntry[]
  /** Provisions about chips in words alone, which no figures can be held against. */
  readonly inWords: readonly ProvisionEntry[]
}

/**
 * All rules of a document with what they do to each other. References to rules that are not there are passed over.
 * With the rulebook of a document `before`, what no edit between the two can have touched is the same object in both,
 * and the rulebook itself where nothing was.
 */
export function rulebookOf(document: Document, before?: Rulebook): Rulebook {
  const rules = recordsOfType(document, 'rule')
  const earlier = [...(before?.rules.values() ?? [])].map(({ rule }) => rule)
  const untouched = untouchedRules(earlier, rules)
  if (before !== undefined && untouched.size === rules.length && earlier.length === rules.length) return before
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const same = new Map<string, Formulas>()
  const entries = new Map(
    rules.map((rule): [RecordId, RuleEntry] => {
      const kept = untouched.has(rule.id) ? before?.rules.get(rule.id) : undefined
      const entry = kept ?? entryOf(rule, rules, byId)
      // Equal definitions are one object, so that what is reckoned for one rule serves the others.
      const key = JSON.stringify(entry.formulas)
      const formulas = same.get(key) ?? entry.formulas
      same.set(key, formulas)
      return [rule.id, kept ?? { ...entry, formulas }]
    }),
  )
  const linked: Linked[] = [...entries.values()]
    .filter(({ rule }) => !untouched.has(rule.id))
    .flatMap((entry) =>
      entry.rule.provisions.map((provision) => ({ entry, provision, replacedBy: [], overriddenBy: [] })),
    )
  const named = new Map(linked.map((each) => [each.provision.id, each]))
  for (const each of linked) {
    for (const id of each.provision.replaces ?? []) named.get(id)?.replacedBy.push(each)
    for (const id of each.provision.overrides ?? []) named.get(id)?.overriddenBy.push(each)
  }
  const place = new Map(rules.map(({ id }, at) => [id, at]))
  const placeOf = ({ entry }: ProvisionEntry): number => place.get(entry.rule.id) ?? 0
  // Sorting is stable: the paragraphs of one rule stay in their order.
  const all = [...linked, ...keptParagraphs(before, untouched)].sort((a, b) => placeOf(a) - placeOf(b))
  const aboutChips = all.filter(({ provision }) => (provision.item ?? 'chip') === 'chip')
  const concernsChips = ({ provision }: ProvisionEntry): boolean =>
    provision.when !== undefined || (provision.chips ?? []).length > 0
  return {
    rules: entries,
    paragraphs: all,
    provisions: aboutChips.filter(concernsChips),
    inWords: aboutChips.filter((each) => !concernsChips(each)),
  }
}

const keptParagraphs = (before: Rulebook | undefined, untouched: ReadonlySet<RecordId>): ProvisionEntry[] =>
  (before?.paragraphs ?? []).filter(({ entry }) => untouched.has(entry.rule.id))

interface Linked extends ProvisionEntry {
  readonly replacedBy: ProvisionEntry[]
  readonly overriddenBy: ProvisionEntry[]
}

function entryOf(rule: Rule, rules: readonly Rule[], byId: ReadonlyMap<RecordId, Rule>): RuleEntry {
  const life = lifecycleOf(rule)
  const binds = bindsOf(rule, life)
  const successors = rules.filter(({ id, supersedes }) => id !== rule.id && supersedes.includes(rule.id))
  const own: Turn[] = life.ended === null ? [] : [{ date: life.ended, of: `${rule.id}:ended` }]
  const ends = own.concat(successors.flatMap((each) => bindsOf(each, lifecycleOf(each)) ?? []))
  const dates = [life.announced ?? life.published, life.binds, ...ends.map(({ date }) => date)]
  return { rule, life, binds, ends, formulas: formulasFor(rule, byId, new Set()), turns: dates.flatMap(turnsOf) }
}

const bindsOf = ({ id }: Rule, { binds }: Lifecycle): Turn | null => (binds === null ? null : { date: binds, of: id })

/**
 * What each quantity is defined by for a rule: by itself, else by a rule of `rules` that it amends, corrects or
 * supersedes, else as is usual. Null where nothing defines it.
 */
export function definitionsOf(
  rule: DefiningRule,
  rules: readonly Rule[],
): Readonly<Record<ControlMetric, Expression | null>> {
  const byId = new Map(rules.map((each) => [each.id, each]))
  return { ...STANDARD_FORMULAS, ...formulasFor(rule, byId, new Set()) }
}

/** Of a rule, what its definitions hang on; `id` where it is one of the rules already. */
type DefiningRule = Pick<Rule, 'formulas' | 'amends' | 'supersedes' | 'corrects'> & { readonly id?: RecordId }

function formulasFor(rule: DefiningRule, byId: ReadonlyMap<RecordId, Rule>, seen: Set<RecordId>): Formulas {
  if (rule.id !== undefined) {
    if (seen.has(rule.id)) return {}
    seen.add(rule.id)
  }
  const before = [...(rule.corrects ?? []), ...rule.amends, ...rule.supersedes].flatMap((id) => byId.get(id) ?? [])
  const inherited = before.map((each) => formulasFor(each, byId, seen))
  const own = Object.fromEntries((rule.formulas ?? []).map(({ metric, expression }) => [metric, expression]))
  // Of two rules that define the same, the one named first is nearer.
  return Object.assign({}, ...inherited.reverse(), own) as Formulas
}

/** Where a rule stands on a day, by its own dates and by what supersedes it. */
export const standingOn = ({ life, binds, ends }: RuleEntry, day: DayNumber): Standing =>
  standingOf(life, binds, ends, day)

/** The gate at which a provision meets a shipment to a destination. */
export function gateOf({ rule }: RuleEntry, destination: string): 'export' | 'import' | 'transit' {
  return rule.gate ?? (rule.jurisdiction === destination ? 'import' : 'export')
}

/** Whether a provision speaks of a destination; `001` is the world (UN M49). */
export function reaches({ destinations }: Provision, destination: string): boolean {
  return destinations.includes(destination) || destinations.includes('001')
}

/**
 * The places for which the document has limits in figures, sorted. For all others it can at most name single chips, so
 * that nothing follows from its silence.
 */
export function destinationsIn({ provisions }: Rulebook): string[] {
  const measured = provisions.filter(
    ({ entry, provision }) => provision.when !== undefined && entry.rule.gate !== 'transit',
  )
  const named = measured.flatMap(({ provision }) => provision.destinations)
  return [...new Set(named)].filter((code) => code !== '001').sort()
}
