import type { Annotation } from '../model/annotation'
import { type ConsoleTable, table } from './column'
import { id, itemsOf, name, place } from './shared-columns'

function targetDate({ target }: Annotation): string | null {
  if (target.kind === 'date') return target.date
  return target.kind === 'span' ? target.span : null
}

/** What the analyst added: notes, views and scenarios. */
export const OWN_TABLES: readonly ConsoleTable[] = [
  table(
    'annotations',
    ['Notes', '筆記'],
    'annotation',
    (annotation) => [annotation],
    (is) => [
      id(is, 'The note', '筆記'),
      is.text('text', ['What it says (Markdown)', '內容（Markdown）'], (row) => row.text),
      is.text(
        'target_kind',
        ['What it is on: record, date, span, place', '附著於：record、date、span、place'],
        (row) => row.target.kind,
      ),
      is.recordId('target_record', ['The record it is on', '所附的紀錄'], ({ target }) =>
        target.kind === 'record' ? target.record : null,
      ),
      ...is.date('target_date', ['The date or span it is on', '所附的日期或期間'], targetDate),
      is.text('target_lane', ['The lane of its place', '所在的泳道'], ({ target }) =>
        target.kind === 'place' ? target.lane : null,
      ),
      is.real('target_day', ['The day of its place, number', '所在的日數'], ({ target }) =>
        target.kind === 'place' ? target.day : null,
      ),
      is.text('colour', ['Colour', '顏色'], (row) => row.colour),
      is.text('author', ['Who wrote it', '作者'], (row) => row.author),
      is.text('created', ['When it was written (UTC)', '建立時間（UTC）'], (row) => row.created),
      is.text('modified', ['When it was last changed (UTC)', '最後修改時間（UTC）'], (row) => row.modified),
      is.flag('in_figures', ['1: shown in figures', '1：顯示於圖片'], (row) => row.inFigures),
    ],
  ),
  table(
    'views',
    ['Saved views', '已儲存的檢視'],
    'view',
    (view) => [view],
    (is) => [
      id(is, 'The view', '檢視'),
      ...name(is),
      is.text(
        'grouping',
        [
          'Lanes: story, vendor, kind, jurisdiction, architecture',
          '泳道：story、vendor、kind、jurisdiction、architecture',
        ],
        (row) => row.grouping,
      ),
      is.real('start_day', ['First day shown, number', '顯示的第一個日數'], (row) => row.window?.startDay),
      is.real('end_day', ['End of what is shown, day number', '顯示範圍結束的日數'], (row) => row.window?.endDay),
      is.integer(
        'filters',
        ['How many filters are set', '已設的篩選數'],
        ({ filters: { kinds, vendors, jurisdictions, confidences } }) =>
          kinds.length + vendors.length + jurisdictions.length + confidences.length,
      ),
    ],
  ),
  table(
    'scenarios',
    ['What-if scenarios', '假設情境'],
    'scenario',
    (scenario) => [scenario],
    (is) => [
      id(is, 'The scenario', '假設情境'),
      ...name(is),
      is.integer('assumptions', ['How much it assumes', '假設數'], (row) => row.assumptions.length),
    ],
  ),
  table(
    'scenario_assumptions',
    ['What a scenario assumes of rules, in its order', '假設情境對法規的假設，依序排列'],
    'scenario',
    ({ id: owner, assumptions }) => itemsOf(owner, assumptions),
    (is) => [
      is.recordId('scenario', ['The scenario', '假設情境'], (row) => row.owner),
      place(is),
      is.text(
        'kind',
        ['suspend, copy, effective, outcome or limit', 'suspend、copy、effective、outcome 或 limit'],
        ({ item }) => item.kind,
      ),
      is.recordId('rule', ['The rule, or the copy of one', '法規，或法規的副本'], ({ item }) => item.rule),
      is.text('copy', ['What the copy is called from then on', '此後副本的代稱'], ({ item }) =>
        item.kind === 'copy' ? item.copy : null,
      ),
      is.text('provision', ['The provision', '條款'], ({ item }) => ('provision' in item ? item.provision : null)),
      is.integer(
        'comparison',
        ['Which comparison of its condition, from 0', '條件中的第幾個比較，從 0 起'],
        ({ item }) => (item.kind === 'limit' ? item.at : null),
      ),
      is.real('limit_value', ['The limit', '門檻值'], ({ item }) => (item.kind === 'limit' ? item.limit : null)),
      is.text('outcome', ['The outcome', '結果'], ({ item }) => (item.kind === 'outcome' ? item.step : null)),
      ...is.date('effective', ['The day from which it binds', '生效日期'], ({ item }) =>
        item.kind === 'effective' ? item.date : null,
      ),
    ],
  ),
]
