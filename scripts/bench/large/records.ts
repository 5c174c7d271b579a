import type { EventKind } from '../../../src/domain/model/event'
import type { Names } from '../../../src/domain/model/names'
import type { RecordOf, TapelineRecord } from '../../../src/domain/model/record'
import { randomOf, type Random } from '../../torture/random'
import { calendarOf, type Calendar } from './calendar'
import { AGENCIES, ARCHITECTURES, nameOf, summaryOf, VENDORS, type Subject } from './words'

const SEED = 20_221_007

/** Of all that is drawn: 30 in 100 last for some time, a third of them rules and the others events. */
const RULES = 0.1
const EVENTS_THAT_LAST = 0.2
const WITH_SUMMARY = 0.4

const JURISDICTIONS = ['US', 'CN', 'EU', 'JP', 'NL', 'KR', 'TW']
const CHINESE = ['Huawei', 'Cambricon', 'Biren', 'Moore Threads']
const CONFIDENCES = ['confirmed', 'confirmed', 'reported', 'reported', 'claimed', 'expected', 'unverified'] as const
const KINDS: readonly (readonly [EventKind, Subject])[] = [
  ['announcement', 'launch'],
  ['release', 'launch'],
  ['architecture', 'launch'],
  ['roadmap', 'launch'],
  ['policy', 'policy'],
  ['policy', 'policy'],
  ['response', 'response'],
  ['market', 'market'],
  ['market', 'market'],
  ['report', 'market'],
]

export type Drawn = RecordOf<'event' | 'rule'>

/** What the others speak of. None of it has a date, so none is drawn. */
export function backgroundRecords(): TapelineRecord[] {
  const named = ([en, zh]: readonly [string, string]) => ({ en, 'zh-Hant': zh })
  const evidence = { sources: [], confidence: 'confirmed' as const }
  return [
    ...VENDORS.map((name, at): TapelineRecord => {
      const roles: ['vendor'] = ['vendor']
      return {
        type: 'organisation',
        id: vendorId(at),
        name: named(name),
        roles,
        jurisdiction: CHINESE.includes(name[0]) ? 'CN' : 'US',
      }
    }),
    ...AGENCIES.map((name, at): TapelineRecord => {
      return { type: 'organisation', id: agencyId(at), name: named(name), roles: ['agency'] }
    }),
    ...ARCHITECTURES.map((name, at): TapelineRecord => {
      const vendor = vendorId(at % VENDORS.length)
      return { type: 'architecture', id: architectureId(at), name: named(name), vendor, specs: [], ...evidence }
    }),
  ]
}

/**
 * That many records that are drawn, one after the other, in the six lanes of the story that hold rules and events.
 * The first of a longer list are those of a shorter one.
 */
export function* drawnRecords(count: number): Generator<Drawn> {
  const random = randomOf(SEED)
  const calendar = calendarOf(random)
  for (let n = 0; n < count; n += 1)
    yield random.next() < RULES ? rule(n, random, calendar) : event(n, random, calendar)
}

/** All records of a workspace with that many on the timeline. */
export function* largeRecords(count: number): Generator<TapelineRecord> {
  yield* backgroundRecords()
  yield* drawnRecords(count)
}

const vendorId = (at: number): string => `vendor-${String(at)}`
const agencyId = (at: number): string => `agency-${String(at)}`
const architectureId = (at: number): string => `architecture-${String(at)}`

const summary = (random: Random): { summary?: Names } =>
  random.next() < WITH_SUMMARY ? { summary: summaryOf(random) } : {}

function event(n: number, random: Random, calendar: Calendar): RecordOf<'event'> {
  const [kind, subject] = random.pick(KINDS)
  const isLaunch = subject === 'launch'
  return {
    type: 'event',
    id: `event-${String(n)}`,
    name: nameOf(subject, random),
    kind,
    date: random.next() < EVENTS_THAT_LAST / (1 - RULES) ? calendar.span() : calendar.moment(),
    actors: [
      isLaunch || random.next() < 0.3
        ? vendorId(random.below(VENDORS.length))
        : agencyId(random.below(AGENCIES.length)),
    ],
    chips: [],
    architectures: isLaunch && random.next() < 0.6 ? [architectureId(random.below(ARCHITECTURES.length))] : [],
    rules: [],
    jurisdictions: [random.pick(JURISDICTIONS)],
    sources: [],
    confidence: random.pick(CONFIDENCES),
    ...summary(random),
  }
}

function rule(n: number, random: Random, calendar: Calendar): RecordOf<'rule'> {
  const [effective, ended] = calendar.ends()
  return {
    type: 'rule',
    id: `rule-${String(n)}`,
    name: nameOf('rule', random),
    jurisdiction: random.pick(JURISDICTIONS),
    issuer: agencyId(random.below(AGENCIES.length)),
    effective,
    ...(ended === undefined ? {} : { ended }),
    amends: [],
    supersedes: [],
    provisions: [],
    sources: [],
    confidence: random.pick(CONFIDENCES),
    ...summary(random),
  }
}
