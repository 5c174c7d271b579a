import type { FieldValues } from '../../../domain/change/record-commands'
import { DATE_FIELDS } from '../../../domain/change/commands'
import type { RecordId } from '../../../domain/model/ids'
import type { RecordOf } from '../../../domain/model/record'
import type { Provision } from '../../../domain/model/rule'
import type { Faults } from '../typed-texts'

type Rule = RecordOf<'rule'>

const wrongUnder = (faults: Faults, path: string): boolean => [...faults.keys()].some((key) => key.startsWith(path))

/**
 * A rule as far as it is typed, good enough to be held against chips and for nothing else: a date that is none yet is
 * left out, and so is a test or a definition with a gap in it. `unready` are the ids of paragraphs without their test.
 */
export function provisionalRule(
  id: RecordId,
  fields: FieldValues,
  faults: Faults,
): { readonly rule: Rule; readonly unready: ReadonlySet<RecordId> } {
  const known = Object.entries(fields).filter(
    ([key, value]) =>
      value !== undefined && !((DATE_FIELDS.rule as readonly string[]).includes(key) && faults.has(key)),
  )
  const typed = Object.fromEntries(known) as Partial<Rule>
  const paragraphs: readonly Provision[] = typed.provisions ?? []
  const unready = new Set<RecordId>()
  const provisions = paragraphs.map((each, at) => {
    if (!wrongUnder(faults, `provisions[${at}].when`)) return each
    unready.add(each.id)
    const { when: _when, ...rest } = each
    return rest
  })
  const rule: Rule = {
    ...typed,
    type: 'rule',
    id,
    name: typed.name ?? { en: '', 'zh-Hant': '' },
    jurisdiction: typed.jurisdiction ?? '',
    amends: typed.amends ?? [],
    supersedes: typed.supersedes ?? [],
    sources: typed.sources ?? [],
    confidence: typed.confidence ?? 'unverified',
    provisions,
    formulas: (typed.formulas ?? []).filter((_, at) => !wrongUnder(faults, `formulas[${at}].expression`)),
  }
  return { rule, unready }
}
