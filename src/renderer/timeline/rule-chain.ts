import { ruleChain, type RecordLink } from '../../domain/layout/record-links'
import { recordOfType, type Document } from '../../domain/model/document'
import type { ItemBox } from './item-box'

const NO_LINKS: ReadonlySet<string> = new Set()

/** The chain of one rule: those it changes and those that change it, as far as that goes, and the links between them. */
export class RuleChain {
  links: readonly RecordLink[] = []
  private rules: ReadonlySet<string> = new Set()
  private keys = NO_LINKS
  private of: { readonly document: Document; readonly rule: string | null } | null = null

  /** Takes the chain of a record, which is empty for all but rules. Returns whether it became another. */
  set(document: Document, record: string | null): boolean {
    const rule = record !== null && recordOfType(document, 'rule', record) !== undefined ? record : null
    const before = this.of
    if (before?.rule === rule && (rule === null || before.document === document)) return false
    this.of = { document, rule }
    const { links, rules } = rule === null ? { links: [], rules: new Set<string>() } : ruleChain(document, rule)
    this.links = links
    this.rules = rules
    this.keys = links.length === 0 ? NO_LINKS : new Set(links.map(({ key }) => key))
    return true
  }

  has({ key }: RecordLink): boolean {
    return this.keys.has(key)
  }

  /** Marks what is drawn of its rules, by a class alone. */
  dress({ record, root }: ItemBox): void {
    if (record !== null) root.classList.toggle('item-in-chain', this.rules.has(record))
  }
}
