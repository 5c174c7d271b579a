import type { Change } from '../../src/domain/change/change'
import type { RecordOf, TapelineRecord } from '../../src/domain/model/record'
import type { DocumentStore } from '../../src/main/store/document-store'
import type { Model } from './model'
import type { Random } from './random'

export type Step = { readonly kind: 'commit'; readonly change: Change } | { readonly kind: 'undo' | 'redo' }

const WORDS = [
  'Hopper',
  'Blackwell',
  'Rubin',
  '輝達',
  '出口管制',
  '晶片',
  'é́',
  '\u{1F5A5}',
  'H20',
  "O'Neil; --",
] as const

export function organisation(id: string, name: string): RecordOf<'organisation'> {
  return { type: 'organisation', id, name: { en: name, 'zh-Hant': name }, roles: ['vendor'] }
}

/** What every workspace of the torture begins with. */
export const FIRST_RECORDS: readonly TapelineRecord[] = Array.from({ length: 30 }, (_, n) =>
  organisation(`first-${String(n)}`, `First ${String(n)}`),
)

/** The next thing that an imagined user does to the document as the model has it. */
export function nextStep(model: Model, random: Random): Step {
  const chance = random.next()
  if (chance < 0.15) return { kind: 'undo' }
  if (chance < 0.25) return { kind: 'redo' }
  const edits: Record<string, Change['edits'][string]> = {}
  const count = random.next() < 0.8 ? 1 : 2 + random.below(6)
  for (let n = 0; n < count; n += 1) Object.assign(edits, anyEdit(model, random))
  const [only] = Object.keys(edits)
  const typing = count === 1 && random.next() < 0.3 ? { mergeKey: `rename:${only ?? ''}` } : {}
  return {
    kind: 'commit',
    change: { label: { action: 'edit', subject: organisation('x', 'X').name }, ...typing, edits },
  }
}

function anyEdit(model: Model, random: Random): Record<string, Change['edits'][string]> {
  const known = [...model.rows.values()]
  if (known.length === 0 || random.next() < 0.25) {
    const id = `made-${String(random.below(1_000_000))}`
    return { [id]: { from: model.rows.get(id) ?? null, to: organisation(id, anyText(random)) } }
  }
  const from = random.pick(known)
  return { [from.id]: { from, to: random.next() < 0.15 ? null : organisation(from.id, anyText(random)) } }
}

/** Mostly short; now and then longer than a page of the file. */
function anyText(random: Random): string {
  const words = Array.from({ length: 1 + random.below(4) }, () => random.pick(WORDS)).join(' ')
  return random.next() < 0.1 ? words + '長'.repeat(random.below(6000)) : words
}

/** Whether the store did it; `nothing` is the one refusal that a sound store may give. */
export function take(store: DocumentStore, step: Step): boolean {
  const reply = step.kind === 'commit' ? store.commit(step.change) : store[step.kind]()
  if (!reply.ok && reply.error.code !== 'nothing') throw new StoreRefusal(reply.error.code, reply.error.message)
  return reply.ok
}

export class StoreRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`)
  }
}

export function takeInModel(model: Model, step: Step): boolean {
  return step.kind === 'commit' ? model.commit(step.change) : model[step.kind]()
}
