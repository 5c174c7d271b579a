import type { RecordId } from '../model/ids'
import type { RecordOf } from '../model/record'

type Rule = RecordOf<'rule'>

/** Of some rules, those that lean on one another: each belongs to one web, named by a key. */
class Webs {
  private readonly parents = new Map<string, string>()

  constructor(rules: Iterable<Rule>) {
    for (const rule of rules) for (const other of leansOn(rule)) this.join(keyOfRule(rule.id), other)
  }

  of(rule: RecordId): string {
    return this.find(keyOfRule(rule))
  }

  private join(a: string, b: string): void {
    this.parents.set(this.find(a), this.find(b))
  }

  private find(key: string): string {
    let root = key
    for (let up = this.parents.get(root); up !== undefined && up !== root; up = this.parents.get(root)) root = up
    this.parents.set(key, root)
    return root
  }
}

const keyOfRule = (id: RecordId): string => `rule ${id}`
const keyOfParagraph = (id: RecordId): string => `paragraph ${id}`

/** What a rule names or is named by. Paragraphs are told by their ids alone, so that two with one id are one knot. */
function leansOn({ amends, supersedes, corrects, provisions }: Rule): string[] {
  return [
    ...[...amends, ...supersedes, ...(corrects ?? [])].map(keyOfRule),
    ...provisions.flatMap(({ id, replaces, overrides }) =>
      [id, ...(replaces ?? []), ...(overrides ?? [])].map(keyOfParagraph),
    ),
  ]
}

/**
 * The rules that an edit cannot touch: the same objects before and after, as is every rule that they lean on or that
 * leans on them, at whatever remove. None where the order of rules differs, for of two paragraphs the first may count.
 */
export function untouchedRules(before: readonly Rule[], after: readonly Rule[]): ReadonlySet<RecordId> {
  const [earlier, now] = [before, after].map((rules) => new Map(rules.map((rule) => [rule.id, rule])))
  if (earlier === undefined || now === undefined || !inOneOrder(before, after, earlier, now)) return new Set()
  const webs = new Webs([...before, ...after])
  const changed = [...before, ...after].filter(({ id }) => earlier.get(id) !== now.get(id))
  const touched = new Set(changed.map(({ id }) => webs.of(id)))
  return new Set(before.map(({ id }) => id).filter((id) => !touched.has(webs.of(id))))
}

function inOneOrder(
  before: readonly Rule[],
  after: readonly Rule[],
  earlier: ReadonlyMap<RecordId, Rule>,
  now: ReadonlyMap<RecordId, Rule>,
): boolean {
  const left = before.filter(({ id }) => now.has(id))
  const right = after.filter(({ id }) => earlier.has(id))
  return left.every(({ id }, at) => right[at]?.id === id)
}
