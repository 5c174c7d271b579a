import type { Architecture } from '../model/architecture'
import type { Chip } from '../model/chip'
import type { SpecValue } from '../model/spec-value'
import { type Columns, type ConsoleTable, type Reader, table } from './column'
import { confidence, id, itemsOf, name, place, summary, type Item } from './shared-columns'

interface SpecRow extends Item<SpecValue> {
  readonly isChosen: boolean
}

/** The value that stands for its metric is the preferred one, else the first: as in the table and the details. */
function specRows({ id: owner, specs }: Chip | Architecture): SpecRow[] {
  return itemsOf(owner, specs).map((row) => {
    const ofMetric = specs.filter(({ metric }) => metric === row.item.metric)
    return { ...row, isChosen: row.item === (ofMetric.find(({ preferred }) => preferred) ?? ofMetric[0]) }
  })
}

const specColumns = (is: Columns<SpecRow>, owner: Reader<SpecRow>): Reader<SpecRow>[] => [
  owner,
  place(is),
  is.text(
    'metric',
    ['What is measured: tpp, fp8, memory-bandwidth …', '量測項目：tpp、fp8、memory-bandwidth…'],
    (row) => row.item.metric,
  ),
  is.real('value_number', ['The value, if it is a number', '數值'], ({ item: { value } }) =>
    typeof value === 'number' ? value : null,
  ),
  is.text(
    'value_text',
    ['The value, if it is a text: HBM3e, TSMC 4N', '文字值，例如 HBM3e、TSMC 4N'],
    ({ item: { value } }) => (typeof value === 'string' ? value : null),
  ),
  is.text('unit', ['Unit; each metric has one unit only', '單位；每個項目只用一種單位'], (row) => row.item.unit),
  is.text(
    'conditions',
    [
      'Conditions: dense, sparse, per-die, per-package, computed',
      '條件：dense、sparse、per-die、per-package、computed',
    ],
    (row) => row.item.condition?.join(', '),
  ),
  is.flag('chosen', ['1: this value stands for its metric', '1：此值代表該項目'], (row) => row.isChosen),
  is.flag(
    'preferred',
    ['1: preferred where sources disagree', '1：來源不一致時採用此值'],
    (row) => row.item.preferred === true,
  ),
  is.text('confidence', ['How well the value is supported', '此值的可信度'], (row) => row.item.confidence),
  ...is.both('reason', ['Why it is preferred', '採用的理由'], (row) => row.item.reason),
  ...is.both('comment', ['Comment', '說明'], (row) => row.item.comment),
]

const life = <Row extends Chip | Architecture>(is: Columns<Row>): Reader<Row>[] => [
  ...is.date('announced', ['Announced', '宣布'], (row) => row.announced),
  ...is.date('available', ['Available', '上市'], (row) => row.available),
  ...is.date('withdrawn', ['Withdrawn', '停售'], (row) => row.withdrawn),
]

/** What is made, and who acts. */
export const PRODUCT_TABLES: readonly ConsoleTable[] = [
  table(
    'chips',
    ['Chips', '晶片'],
    'chip',
    (chip) => [chip],
    (is) => [
      id(is, 'The chip', '晶片'),
      ...name(is),
      is.recordId('vendor', ['Organisation that designs it', '設計廠商'], (row) => row.vendor),
      is.recordId('architecture', ['Architecture', '架構'], (row) => row.architecture),
      is.recordId('variant_of', ['Chip it was derived from', '衍生自哪一款晶片'], (row) => row.variantOf),
      ...life(is),
      ...summary(is),
      confidence(is),
    ],
  ),
  table('chip_specs', ['Values of chips, one row for each', '晶片規格，每值一列'], 'chip', specRows, (is) =>
    specColumns(
      is,
      is.recordId('chip', ['The chip', '晶片'], (row) => row.owner),
    ),
  ),
  table(
    'architectures',
    ['Architectures', '架構'],
    'architecture',
    (architecture) => [architecture],
    (is) => [
      id(is, 'The architecture', '架構'),
      ...name(is),
      is.recordId('vendor', ['Organisation that designs it', '設計廠商'], (row) => row.vendor),
      is.recordId('predecessor', ['The architecture before it', '前一代架構'], (row) => row.predecessor),
      is.text('codename', ['Codename', '代號'], (row) => row.codename),
      ...life(is),
      ...summary(is),
      confidence(is),
    ],
  ),
  table(
    'architecture_specs',
    ['Values of architectures, one row for each', '架構規格，每值一列'],
    'architecture',
    specRows,
    (is) =>
      specColumns(
        is,
        is.recordId('architecture', ['The architecture', '架構'], (row) => row.owner),
      ),
  ),
  table(
    'organisations',
    ['Organisations and persons', '組織與人物'],
    'organisation',
    (organisation) => [organisation],
    (is) => [
      id(is, 'The organisation', '組織'),
      ...name(is),
      is.text(
        'role',
        ['Its first role: vendor, agency, lab …', '主要角色：vendor、agency、lab…'],
        (row) => row.roles[0],
      ),
      is.text('jurisdiction', ['Jurisdiction, two letters', '管轄區，兩個字母'], (row) => row.jurisdiction),
      ...summary(is),
    ],
  ),
  table(
    'organisation_roles',
    ['Roles of organisations', '組織的角色'],
    'organisation',
    (record) => itemsOf(record.id, record.roles),
    (is) => [
      is.recordId('organisation', ['The organisation', '組織'], (row) => row.owner),
      is.text('role', ['Role', '角色'], (row) => row.item),
      place(is),
    ],
  ),
  table(
    'aliases',
    ['Other names of chips and organisations', '晶片與組織的別名'],
    ['chip', 'organisation'],
    (record) => itemsOf(record.id, record.aliases),
    (is) => [
      is.recordId('record', ['The chip or organisation', '晶片或組織'], (row) => row.owner),
      is.text('alias', ['Other name', '別名'], (row) => row.item),
      place(is),
    ],
  ),
]
