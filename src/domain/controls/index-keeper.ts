import type { Document } from '../model/document'
import type { Assumption } from '../model/scenario'
import { rulesUnder } from './assumptions'
import { controlsIndex, type ControlsIndex } from './controls-index'
import { hypothetically, type OtherRules } from './scenario'

/**
 * The indexes of a document that is edited, for all who ask: of the law as it is, and as it is assumed to be. Each is made
 * once for a document, from the one before.
 */
export class IndexKeeper {
  private lawful: ControlsIndex | undefined
  private assumed:
    { readonly index: ControlsIndex; readonly law: ControlsIndex; readonly other: OtherRules } | undefined
  private assumptions: readonly Assumption[] = []

  /** The index of the law as the document has it. */
  law(document: Document): ControlsIndex {
    if (this.lawful?.document !== document) this.lawful = controlsIndex(document, { before: this.lawful })
    return this.lawful
  }

  /** The index of the law as it is assumed to be; that of the law as it is where nothing is assumed. */
  under(document: Document, assumptions: readonly Assumption[]): ControlsIndex {
    const law = this.law(document)
    if (assumptions.length === 0) return law
    const { assumed } = this
    const isSame = assumed !== undefined && this.assumptions === assumptions
    if (isSame && assumed.law === law) return assumed.index
    // The same rules, to the object: of a scenario that was not touched everything is then taken over.
    const other = isSame && assumed.law.rulebook === law.rulebook ? assumed.other : rulesUnder(document, assumptions)
    const index = hypothetically(document, other, assumed?.index ?? law)
    this.assumptions = assumptions
    this.assumed = { index, law, other }
    return index
  }
}
