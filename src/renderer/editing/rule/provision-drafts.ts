import { withFields } from '../../../domain/change/record-commands'
import type { RecordId } from '../../../domain/model/ids'
import type { Names } from '../../../domain/model/names'
import type { Provision } from '../../../domain/model/rule'
import { conditionDraft, readConditionDraft } from '../../../domain/rules/condition-draft'
import { paragraphId } from '../../../domain/rules/paragraph-id'
import { withRows } from '../../../domain/rules/tree'
import type { ProvisionDraft, TextDraft } from '../draft-types'
import { newRow } from '../new-row'
import { linesOf, namesOf, NO_NAMES, type Fault } from '../typed-texts'
import { destinationsOf } from './destinations'
import { idsOf } from './paragraph-names'

/** What new paragraphs are named by: the id of their rule, and the ids of all other paragraphs of the workspace. */
export interface ParagraphIds {
  readonly rule: RecordId
  readonly taken: ReadonlySet<RecordId>
}

export const newText = (text: Names = NO_NAMES): TextDraft => ({ row: newRow(), text })

function provisionDraft(provision: Partial<Provision>): ProvisionDraft {
  return {
    row: newRow(),
    reference: provision.reference ?? '',
    item: provision.item ?? '',
    when: provision.when === undefined ? null : conditionDraft(provision.when, newRow),
    words: provision.words ?? NO_NAMES,
    destinations: (provision.destinations ?? []).join('\n'),
    step: provision.outcome?.step ?? 'licence-required',
    conditions: (provision.outcome?.conditions ?? []).map(newText),
    only: provision.only ?? NO_NAMES,
    exceptions: (provision.exceptions ?? []).map(newText),
    chips: provision.chips ?? [],
    sources: provision.sources ?? [],
    replaces: provision.replaces ?? [],
    overrides: provision.overrides ?? [],
    kept: provision,
  }
}

/** A paragraph to be typed; with the destinations and sources of the one before it, which it mostly shares. */
export const newProvision = (before?: ProvisionDraft): ProvisionDraft => ({
  ...provisionDraft({}),
  destinations: before?.destinations ?? '',
  sources: before?.sources ?? [],
})

/** A paragraph that reads the same and is another one. */
export const copyOfProvision = (draft: ProvisionDraft): ProvisionDraft => ({
  ...draft,
  row: newRow(),
  when: draft.when === null ? null : withRows(draft.when, newRow),
  conditions: draft.conditions.map(({ text }) => newText(text)),
  exceptions: draft.exceptions.map(({ text }) => newText(text)),
  kept: {},
})

export function provisionDrafts(value: unknown): ProvisionDraft[] {
  return ((value as readonly Provision[] | undefined) ?? []).map(provisionDraft)
}

/** Drafts as an earlier form may have kept them: what it did not show comes from the paragraph that it kept. */
export function revivedProvisions(kept: readonly Partial<ProvisionDraft>[]): ProvisionDraft[] {
  return kept.map((each) => {
    const whole = {
      ...provisionDraft(each.kept ?? {}),
      ...each,
      row: typeof each.row === 'string' ? each.row : newRow(),
    }
    const names = (list: unknown): readonly string[] =>
      typeof list === 'string' ? (linesOf(list) ?? []) : (list as readonly string[])
    return { ...whole, replaces: names(whole.replaces), overrides: names(whole.overrides) }
  })
}

/** The paragraphs of a form; a new one gets an id of its own, which it then keeps. */
export function provisionsOf(
  key: string,
  drafts: readonly ProvisionDraft[],
  faults: Map<string, Fault>,
  ids: ParagraphIds,
): unknown[] {
  const byRow = idsByRow(drafts, ids)
  return drafts.map((draft, index) => provisionOf(`${key}[${index}]`, draft, faults, byRow))
}

function idsByRow(drafts: readonly ProvisionDraft[], { rule, taken }: ParagraphIds): ReadonlyMap<string, RecordId> {
  const used = new Set([...taken, ...drafts.flatMap(({ kept }) => kept.id ?? [])])
  return new Map(
    drafts.map(({ row, kept, reference }) => {
      const id = kept.id ?? paragraphId(rule, reference, used)
      used.add(id)
      return [row, id]
    }),
  )
}

function provisionOf(
  path: string,
  draft: ProvisionDraft,
  faults: Map<string, Fault>,
  byRow: ReadonlyMap<string, RecordId>,
): unknown {
  const { kept } = draft
  if (draft.reference.trim() === '') faults.set(`${path}.reference`, { kind: 'required' })
  const when = draft.when === null ? null : readConditionDraft(draft.when, `${path}.when`)
  for (const fault of when?.faults ?? []) faults.set(fault.path, { kind: fault.kind })
  // An empty list in place of none would be a change that nobody made.
  const listed = <T>(list: readonly T[], before: readonly T[] | undefined): readonly T[] | undefined =>
    list.length === 0 && before === undefined ? undefined : list
  return withFields(kept, {
    id: byRow.get(draft.row),
    reference: draft.reference.trim(),
    item: draft.item === '' ? undefined : draft.item,
    when: when?.condition,
    words: namesOf(`${path}.words`, draft.words, faults, true),
    destinations: destinationsOf(draft.destinations),
    only: namesOf(`${path}.only`, draft.only, faults),
    exceptions: listed(textsOf(`${path}.exceptions`, draft.exceptions, faults), kept.exceptions),
    outcome: { step: draft.step, conditions: textsOf(`${path}.conditions`, draft.conditions, faults) },
    chips: listed(draft.chips, kept.chips),
    sources: draft.sources,
    replaces: listed(idsOf(draft.replaces, byRow), kept.replaces),
    overrides: listed(idsOf(draft.overrides, byRow), kept.overrides),
  })
}

function textsOf(path: string, drafts: readonly TextDraft[], faults: Map<string, Fault>): Names[] {
  return drafts.flatMap(({ text }, at) => namesOf(`${path}[${at}]`, text, faults, true) ?? [])
}
