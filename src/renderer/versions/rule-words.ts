import { RULE_LIMITS, type RuleField, type VersionRule } from '../../domain/versions/version-rule'
import type { Outlook } from '../../domain/versions/retention'
import type { Words } from '../language/use-words'

export const RULE_FIELDS = ['everyMinutes', 'today', 'days', 'weeks', 'months'] as const satisfies readonly RuleField[]

export type RuleDraft = Readonly<Record<RuleField, string>>

export const draftOf = (rule: VersionRule): RuleDraft => ({
  everyMinutes: String(rule.everyMinutes),
  today: String(rule.today),
  days: String(rule.days),
  weeks: String(rule.weeks),
  months: String(rule.months),
})

/** The number typed into a field of the rule; null when it is none, or beyond its limits. */
export function ruleNumber(field: RuleField, text: string): number | null {
  const { least, most } = RULE_LIMITS[field]
  const digits = text.trim().normalize('NFKC')
  if (!/^\d{1,4}$/.test(digits)) return null
  const number = Number(digits)
  return number >= least && number <= most ? number : null
}

/** The rule that was typed; null while any field is wrong. */
export function ruleOf(draft: RuleDraft): VersionRule | null {
  const number = (field: RuleField): number => ruleNumber(field, draft[field]) ?? Number.NaN
  const rule: VersionRule = {
    everyMinutes: number('everyMinutes'),
    today: number('today'),
    days: number('days'),
    weeks: number('weeks'),
    months: number('months'),
  }
  return Object.values(rule).some(Number.isNaN) ? null : rule
}

type Speaker = Pick<Words, 't' | 'counted'>

/** The rule in two sentences: when a version is made, and which stay. */
export function ruleWords({ everyMinutes, ...kept }: VersionRule, { t, counted }: Speaker): string[] {
  const time =
    everyMinutes % 60 === 0
      ? counted('versions.rule.hours', everyMinutes / 60)
      : counted('versions.rule.minutes', everyMinutes)
  const parts = (['today', 'days', 'weeks', 'months'] as const)
    .filter((field) => kept[field] > 0)
    .map((field) => counted(`versions.rule.${field}`, kept[field]))
  const last = parts.pop() ?? ''
  const list = parts.length === 0 ? last : parts.join(t('versions.rule.comma')) + t('versions.rule.and') + last
  return [t('versions.rule.every', { time }), t('versions.rule.keeps', { parts: list })]
}

/** What the rule would do to the versions there are. */
export function outlookWords({ unnamed, kept, going }: Outlook, { t, counted }: Speaker): string {
  if (unnamed === 0) return t('versions.rule.none')
  if (going === 0) return counted('versions.rule.allStay', unnamed)
  return t('versions.rule.someGo', { all: unnamed, kept, going })
}
