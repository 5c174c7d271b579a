import type { Condition, Provision, Rule } from '../model/rule'
import { type Columns, type ConsoleTable, type Reader, table } from './column'
import { confidence, id, itemsOf, name, pairs, place, summary, type Item } from './shared-columns'

const RULE = ['rule', 'The rule', '法規'] as const

/** Something inside a provision; a provision is named by its rule and its own id. */
interface Part<T> extends Item<T> {
  readonly provision: string
}

const partsOf =
  <T>(list: (provision: Provision) => readonly T[] | undefined) =>
  (rule: Rule): Part<T>[] =>
    rule.provisions.flatMap((provision) =>
      itemsOf(rule.id, list(provision)).map((item) => ({ ...item, provision: provision.id })),
    )

const ruleOf = <Row extends { readonly owner: string }>(is: Columns<Row>): Reader<Row> =>
  is.recordId('rule', ['The rule', '法規'], (row) => row.owner)
const provisionOf = <Row extends { readonly provision: string }>(is: Columns<Row>): Reader<Row> =>
  is.text('provision', ['The provision', '條款'], (row) => row.provision)

/** A knot or leaf of a condition, in the order of reading: each stands after the knot that holds it. */
interface Knot {
  readonly owner: string
  readonly provision: string
  readonly at: number
  readonly parent: number | null
  readonly condition: Condition
}

function knotsOf(rule: Rule): Knot[] {
  return rule.provisions.flatMap(({ id: provision, when }) => {
    const knots: Knot[] = []
    const add = (condition: Condition, parent: number | null): void => {
      const at = knots.length
      knots.push({ owner: rule.id, provision, at, parent, condition })
      const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
      for (const part of parts) add(part, at)
    }
    if (when !== undefined) add(when, null)
    return knots
  })
}

const leaf = ({ condition }: Knot) => ('metric' in condition ? condition : undefined)

/** What is allowed. */
export const RULE_TABLES: readonly ConsoleTable[] = [
  table(
    'rules',
    ['Rules, letters, guidance and laws', '法規、函件、指引與法律'],
    'rule',
    (rule) => [rule],
    (is) => [
      id(is, 'The rule', '法規'),
      ...name(is),
      is.text('jurisdiction', ['Jurisdiction, two letters', '管轄區，兩個字母'], (row) => row.jurisdiction),
      is.text('form', ['rule, letter, guidance or decision', 'rule、letter、guidance 或 decision'], (row) => row.form),
      is.text(
        'gate',
        ['Where it is met: export, import, transit', '適用環節：export、import、transit'],
        (row) => row.gate,
      ),
      is.recordId('issuer', ['Organisation that issued it', '發布機關'], (row) => row.issuer),
      is.text('citation', ['Citation', '出處編號'], (row) => row.citation),
      ...is.date('announced', ['Announced', '宣布'], (row) => row.announced),
      ...is.date('published', ['Published', '公布'], (row) => row.published),
      ...is.date('effective', ['In force', '生效'], (row) => row.effective),
      ...is.date('enforced', ['Enforced', '執行'], (row) => row.enforced),
      ...is.date('ended', ['First day without force', '失效首日'], (row) => row.ended),
      ...summary(is),
      confidence(is),
    ],
  ),
  pairs(
    'rule_amends',
    ['Which rule amends which', '法規修正了哪些法規'],
    'rule',
    RULE,
    ['amended', 'The rule amended', '被修正的法規'],
    (rule) => rule.amends,
  ),
  pairs(
    'rule_supersedes',
    ['Which rule supersedes which', '法規取代了哪些法規'],
    'rule',
    RULE,
    ['superseded', 'The rule superseded', '被取代的法規'],
    (rule) => rule.supersedes,
  ),
  pairs(
    'rule_corrects',
    ['Which rule corrects which', '法規更正了哪些法規'],
    'rule',
    RULE,
    ['corrected', 'The rule corrected', '被更正的法規'],
    (rule) => rule.corrects ?? [],
  ),
  table(
    'rule_provisions',
    ['Provisions of rules', '法規的條款'],
    'rule',
    (rule) => itemsOf(rule.id, rule.provisions),
    (is) => [
      ruleOf(is),
      is.text('provision', ['Its id inside the rule', '在法規中的代號'], (row) => row.item.id),
      place(is),
      is.text(
        'item',
        ['What it is about: chip, memory, other', '管制對象：chip、memory、other'],
        (row) => row.item.item,
      ),
      is.text('reference', ['Paragraph: 3A090.a', '條號，例如 3A090.a'], (row) => row.item.reference),
      is.text(
        'outcome',
        [
          'What follows: no-licence, case-by-case, presumption-of-denial …',
          '結果：no-licence、case-by-case、presumption-of-denial…',
        ],
        (row) => row.item.outcome.step,
      ),
      ...is.both('words', ['Condition in words', '以文字表示的條件'], (row) => row.item.words),
      ...is.both('only', ['Whom alone it touches', '僅適用的對象'], (row) => row.item.only),
    ],
  ),
  table(
    'provision_conditions',
    ['Conditions of provisions: a tree, one row for each part', '條款的條件：樹狀，每部分一列'],
    'rule',
    knotsOf,
    (is) => [
      ruleOf(is),
      provisionOf(is),
      is.integer('position', ['Its place in the tree, from 0', '在樹中的位置，從 0 起算'], (row) => row.at),
      is.integer(
        'parent',
        ['Place of the part that holds it; NULL at the top', '上層的位置；最上層為 NULL'],
        (row) => row.parent,
      ),
      is.text('join_of', ['all or any, if it joins others', '若為組合：all 或 any'], ({ condition }) =>
        'all' in condition ? 'all' : 'any' in condition ? 'any' : null,
      ),
      is.text(
        'metric',
        ['What is compared: tpp, performance-density …', '比較項目：tpp、performance-density…'],
        (row) => leaf(row)?.metric,
      ),
      is.text('operator', ['>=, >, <= or <', '>=、>、<= 或 <'], (row) => leaf(row)?.operator),
      is.real('limit_value', ['The limit', '界限'], (row) => leaf(row)?.limit),
      is.text('unit', ['Unit', '單位'], (row) => leaf(row)?.unit),
    ],
  ),
  table(
    'provision_chips',
    ['Chips that provisions name', '條款列名的晶片'],
    'rule',
    partsOf((provision) => provision.chips),
    (is) => [ruleOf(is), provisionOf(is), is.recordId('chip', ['The chip', '晶片'], (row) => row.item), place(is)],
  ),
  table(
    'provision_destinations',
    ['Destinations of provisions', '條款的目的地'],
    'rule',
    partsOf((provision) => provision.destinations),
    (is) => [
      ruleOf(is),
      provisionOf(is),
      is.text('destination', ['Country or country group: CN, D:5', '國家或國家組，例如 CN、D:5'], (row) => row.item),
      place(is),
    ],
  ),
  table(
    'provision_terms',
    ['Conditions that an outcome is tied to', '結果所附的條件'],
    'rule',
    partsOf((provision) => provision.outcome.conditions),
    (is) => [ruleOf(is), provisionOf(is), place(is), ...is.both('term', ['Condition', '條件'], (row) => row.item)],
  ),
  table(
    'provision_exceptions',
    ['Licence exceptions and savings of provisions', '條款的許可例外與過渡規定'],
    'rule',
    partsOf((provision) => provision.exceptions),
    (is) => [ruleOf(is), provisionOf(is), place(is), ...is.both('exception', ['Exception', '例外'], (row) => row.item)],
  ),
  table(
    'provision_changes',
    ['Provisions that replace or override others', '條款取代或優先於其他條款'],
    'rule',
    (rule) => [
      ...partsOf((provision) => provision.replaces)(rule).map((part) => ({ ...part, kind: 'replaces' })),
      ...partsOf((provision) => provision.overrides)(rule).map((part) => ({ ...part, kind: 'overrides' })),
    ],
    (is) => [
      ruleOf(is),
      provisionOf(is),
      is.text('kind', ['replaces or overrides', 'replaces 或 overrides'], (row) => row.kind),
      is.text('other_provision', ['The provision that gives way', '被取代的條款'], (row) => row.item),
      place(is),
    ],
  ),
  table(
    'rule_formulas',
    ['How rules define what they compare', '法規如何定義比較項目'],
    'rule',
    (rule) => itemsOf(rule.id, rule.formulas),
    (is) => [
      ruleOf(is),
      place(is),
      is.text(
        'metric',
        ['What is defined: tpp, performance-density …', '定義的項目：tpp、performance-density…'],
        (row) => row.item.metric,
      ),
      is.text('reference', ['Paragraph', '條號'], (row) => row.item.reference),
      is.text('expression', ['The formula, as JSON', '公式（JSON）'], (row) => JSON.stringify(row.item.expression)),
      ...is.both('words', ['The formula in words', '以文字表示的公式'], (row) => row.item.words),
    ],
  ),
]
