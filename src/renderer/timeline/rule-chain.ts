import { ruleChain, type RecordLink } from '../../domain/layout/record-links'
import type { Wanted } from '../../domain/layout/wanted'
import { recordOfType, type Document } from '../../domain/model/document'
import type { ItemBox } from './item-box'

interface Chain {
  readonly links: readonly RecordLink[]
  readonly keys: ReadonlySet<string>
  readonly rules: ReadonlySet<string>
}

const NO_CHAIN: Chain = { links: [], keys: new Set(), rules: new Set() }

/** Of a rule that changes others or is changed by them; empty for all else. */
function chainAt(document: Document, record: string | null): Chain {
  if (record === null || recordOfType(document, 'rule', record) === undefined) return NO_CHAIN
  const { links, rules } = ruleChain(document, record)
  return links.length === 0 ? NO_CHAIN : { links, rules, keys: new Set(links.map(({ key }) => key)) }
}

/**
 * The chain that stands out: that of the rule under the pointer, or else of the selected one. Those it changes and
 * those that change it, as far as that goes, and the links between them.
 */
export class RuleChain {
  private chosen = NO_CHAIN
  private chosenOf: { readonly document: Document; readonly record: string | null } | null = null
  private hovered = NO_CHAIN

  get links(): readonly RecordLink[] {
    return this.shown.links
  }

  /** Takes the chain of what is selected. Returns whether it became another. */
  choose(document: Document, record: string | null): boolean {
    if (this.chosenOf?.document === document && this.chosenOf.record === record) return false
    const before = this.chosen
    this.chosenOf = { document, record }
    this.chosen = chainAt(document, record)
    return before !== this.chosen
  }

  /** Takes the chain of what is under the pointer, null for nothing. Returns whether another is shown. */
  hover(document: Document, record: string | null): boolean {
    const before = this.shown
    this.hovered = chainAt(document, record)
    return before !== this.shown
  }

  has({ key }: RecordLink): boolean {
    return this.shown.keys.has(key)
  }

  /** With the rules of the selected chain, so that its arrows end at rules and not at a count, where there is room. */
  wantedWith({ must, also }: Wanted): Wanted {
    return this.chosen === NO_CHAIN ? { must, also } : { must, also: [...this.chosen.rules, ...also] }
  }

  /** Marks what is drawn of its rules, by a class alone. */
  dress({ record, root }: ItemBox): void {
    if (record !== null) root.classList.toggle('item-in-chain', this.shown.rules.has(record))
  }

  private get shown(): Chain {
    return this.hovered === NO_CHAIN ? this.chosen : this.hovered
  }
}
