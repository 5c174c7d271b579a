import { EMPTY_DOCUMENT } from '../model/document'
import { RECORD_TYPES, type TapelineRecord } from '../model/record'
import { recordNames } from '../model/record-name'
import { referencesOf } from '../model/record-references'
import { type ConsoleTable, table } from './column'
import { id, itemsOf, place } from './shared-columns'

/** Where a record rests on a source: as a whole, or one of its parts. */
interface Support {
  readonly record: string
  readonly source: string
  readonly part: 'record' | 'spec' | 'provision' | 'formula' | 'disagreement'
  readonly partAt: number | null
}

const PARTS = { specs: 'spec', provisions: 'provision', formulas: 'formula', disagreements: 'disagreement' } as const

function supportsOf(record: TapelineRecord): Support[] {
  return referencesOf(record).flatMap(({ path, to, types }) => {
    if (types.length !== 1 || types[0] !== 'source') return []
    const inPart = /^(specs|provisions|formulas|disagreements)\[(\d+)\]/.exec(path)
    const list = inPart?.[1] as keyof typeof PARTS | undefined
    return [
      {
        record: record.id,
        source: to,
        part: list === undefined ? ('record' as const) : PARTS[list],
        partAt: list === undefined ? null : Number(inPart?.[2]),
      },
    ]
  })
}

/** What all of it rests on. */
export const EVIDENCE_TABLES: readonly ConsoleTable[] = [
  table(
    'records',
    ['All records of all types', '所有類型的紀錄'],
    RECORD_TYPES,
    (record: TapelineRecord) => [record],
    (is) => [
      id(is, 'The record', '紀錄'),
      is.text('type', ['Type: chip, rule, event …', '類型：chip、rule、event…'], (row) => row.type),
      // A link is called after what it joins, which takes the whole document; here by the two ids.
      ...is.both('name', ['Name', '名稱'], (row) => recordNames(row, EMPTY_DOCUMENT)),
    ],
  ),
  table(
    'sources',
    ['Sources', '來源'],
    'source',
    (source) => [source],
    (is) => [
      id(is, 'The source', '來源'),
      is.text('publisher', ['Publisher', '出版者'], (row) => row.publisher),
      is.text('title', ['Title, as published', '標題，依原文'], (row) => row.title),
      ...is.date('date', ['Date', '日期'], (row) => row.date),
      is.text('url', ['Address', '網址'], (row) => row.url),
      is.text('locator', ['Page or paragraph', '在來源中的位置'], (row) => row.locator),
      is.text('language', ['Language it is written in', '使用的語言'], (row) => row.language),
      ...is.date('retrieved', ['Read on', '讀取日期'], (row) => row.retrieved),
      is.text(
        'access',
        ['How it was read: full, excerpt, cited, memory', '讀取方式：full、excerpt、cited、memory'],
        (row) => row.access,
      ),
      ...is.both('note', ['Note', '附註'], (row) => row.note),
    ],
  ),
  table(
    'record_sources',
    ['Which record rests on which source', '紀錄依據哪些來源'],
    RECORD_TYPES,
    supportsOf,
    (is) => [
      is.recordId('record', ['The record', '紀錄'], (row) => row.record),
      is.recordId('source', ['The source', '來源'], (row) => row.source),
      is.text(
        'part',
        [
          'What rests on it: record, spec, provision, formula, disagreement',
          '所支持的部分：record、spec、provision、formula、disagreement',
        ],
        (row) => row.part,
      ),
      is.integer(
        'part_position',
        ['Place of that part in its list, from 0', '該部分在清單中的位置，從 0 起算'],
        (row) => row.partAt,
      ),
    ],
  ),
  table(
    'disagreements',
    ['Values of other sources for a field', '其他來源對欄位的不同說法'],
    ['architecture', 'chip', 'event', 'rule', 'link'],
    (record) => itemsOf(record.id, record.disagreements),
    (is) => [
      is.recordId('record', ['The record', '紀錄'], (row) => row.owner),
      place(is),
      is.text('field', ['The field: announced, effective …', '欄位：announced、effective…'], (row) => row.item.field),
      is.text('value', ['What the other source says', '其他來源的說法'], (row) => row.item.value),
      is.text('confidence', ['How well that is supported', '該說法的可信度'], (row) => row.item.confidence),
      ...is.both('comment', ['Comment', '說明'], (row) => row.item.comment),
    ],
  ),
]
