import type { PartsLeft } from '../charts/chart-words'
import { LANES_HEADINGS } from '../charts/chart-words'
import { lanesLegend, statusLegend } from '../charts/chart-legend'
import { statusForm, type StatusForm } from '../charts/draw-status'
import { laneColumn, laneForm, type LaneColumn, type LaneForm } from '../charts/lane-form'
import { sectionHead, type SectionHead } from '../charts/section-head'
import { tableHeightPx, type TableRows } from '../comparison/draw-table'
import { setTable, type SetTable } from '../comparison/set-table'
import type { FigureContent } from '../figure-content'
import { FOOT_AXIS_PX } from '../frame/draw-axis'
import type { SourceSlot } from '../notes/source-slots'
import type { Page } from '../page'
import { fitNeeds } from './fit-needs'

/** Above a part, and above the table. */
export const BEFORE_PX = 8

export interface PlannedLane {
  readonly form: LaneForm
  readonly heightPx: number
}

/** The parts under the rows of a page, each from its own top down; what has no room is counted. */
export interface PartsPlan {
  readonly column: LaneColumn
  readonly lanes: { readonly head: SectionHead; readonly planned: readonly PlannedLane[] } | null
  readonly status: { readonly head: SectionHead; readonly forms: readonly StatusForm[] } | null
  readonly table: { readonly set: SetTable; readonly rows: TableRows } | null
  /** Lanes and bars, without the axis under them; 0 where there are none. */
  readonly chartsPx: number
  readonly tablePx: number
  /** All of it, with the axis. */
  readonly heightPx: number
  readonly left: PartsLeft
  /** How many of the parts that were asked for have room for none of their rows. */
  readonly partsLacking: number
  /** Where numbers of sources stand, in the order in which they are read. */
  readonly slots: readonly SourceSlot[]
}

export const STATUS_SLOT = 'status'
export const laneSlot = ({ lane }: LaneForm): string => `lane ${lane.kind}`

/**
 * Plans the parts of a page in `heightPx`, or as high as they should be where that is null. `withTable`: whether the
 * comparison stands on this page; a document may have it on a page of its own.
 */
export function planParts(page: Page, content: FigureContent, heightPx: number | null, withTable: boolean): PartsPlan {
  const { parts, spec } = content
  const { legend } = spec.settings
  const known = new Set(content.partSources.map(({ id }) => id))
  const knownOf = (ids: readonly string[]): string[] => ids.filter((id) => known.has(id))
  const { window } = page.spec
  const lanes = parts.lanes?.lanes ?? []
  const column = laneColumn(page, lanes)
  const forms = lanes.map((lane) => laneForm(page, lane, column, knownOf(lane.sourcesIn(window)).length > 0))
  const lanesHead =
    parts.lanes === null
      ? null
      : sectionHead(
          page,
          LANES_HEADINGS[parts.lanes.asked.by],
          legend ? lanesLegend(page, parts.lanes, lanes) : [],
          parts.hypothetical,
        )
  const rows = (parts.status?.rows ?? []).map((row) => statusForm(page, row))
  const statusHead =
    parts.status === null
      ? null
      : sectionHead(page, parts.status.heading, legend ? statusLegend(page, parts.status) : [], parts.hypothetical)
  const set = parts.comparison === null || !withTable ? null : setTable(page, parts.comparison, known)

  const needs = [
    { headPx: BEFORE_PX + (lanesHead?.heightPx ?? 0), rowsPx: forms.map(({ leastPx }) => leastPx) },
    { headPx: BEFORE_PX + (statusHead?.heightPx ?? 0), rowsPx: rows.map((row) => row.heightPx) },
    { headPx: BEFORE_PX + (set?.overheadPx ?? 0), rowsPx: set?.rowPx ?? [] },
  ]
  const axisPx = forms.length + rows.length === 0 ? 0 : FOOT_AXIS_PX
  const [laneCount = 0, rowCount = 0, tableRows = 0] =
    heightPx === null ? needs.map(({ rowsPx }) => rowsPx.length) : fitNeeds(needs, heightPx - axisPx)
  const counts = [laneCount, rowCount, tableRows]
  const used = needs.reduce((sum, { headPx, rowsPx }, at) => {
    const count = counts[at] ?? 0
    return sum + (count === 0 ? 0 : headPx) + rowsPx.slice(0, count).reduce((all, px) => all + px, 0)
  }, axisPx)
  const growPx = heightPx === null ? Infinity : Math.max(0, heightPx - used) / Math.max(laneCount, 1)
  const planned = forms.slice(0, laneCount).map((form): PlannedLane => ({
    form,
    heightPx: Math.min(form.idealPx, form.leastPx + growPx),
  }))
  const drawn = rows.slice(0, rowCount)
  const lanesPx = planned.reduce((sum, lane) => sum + lane.heightPx, 0)
  const statusPx = drawn.reduce((sum, row) => sum + row.heightPx, 0)
  const chartsPx =
    (laneCount === 0 ? 0 : (needs[0]?.headPx ?? 0) + lanesPx) +
    (rowCount === 0 ? 0 : (needs[1]?.headPx ?? 0) + statusPx)
  const tablePart = { from: 0, to: tableRows, isLast: true }
  const table = set === null || tableRows === 0 ? null : { set, rows: tablePart }
  const tablePx = table === null ? 0 : BEFORE_PX + tableHeightPx(table.set, tablePart)
  const lanesPlan = lanesHead === null || laneCount === 0 ? null : { head: lanesHead, planned }
  const statusPlan = statusHead === null || rowCount === 0 ? null : { head: statusHead, forms: drawn }
  return {
    column,
    lanes: lanesPlan,
    status: statusPlan,
    table,
    chartsPx,
    tablePx,
    heightPx: chartsPx + (chartsPx > 0 ? FOOT_AXIS_PX : 0) + tablePx,
    left: {
      lanes: forms.length - laneCount,
      chips: rows.length - rowCount,
      rows: (set?.rowPx.length ?? 0) - tableRows,
    },
    partsLacking: needs.filter(({ rowsPx }, at) => rowsPx.length > 0 && counts[at] === 0).length,
    slots: [
      ...planned.map(({ form }) => ({
        key: laneSlot(form),
        sources: knownOf(form.lane.sourcesIn(window)),
        roomPx: column.nameRoomPx,
        lines: form.numberLines,
      })),
      ...(statusPlan === null
        ? []
        : [
            {
              key: STATUS_SLOT,
              sources: knownOf(parts.status?.sources ?? []),
              roomPx: statusPlan.head.roomPx,
              lines: 1,
            },
          ]),
      ...(table === null ? [] : tableSlots(table.set, tablePart)),
    ],
  }
}

/** The places of numbers in some rows of a table, block by block as they are drawn. */
export function tableSlots(set: SetTable, { from, to }: TableRows): SourceSlot[] {
  return set.blocks.flatMap((block) =>
    block.rows.slice(from, to).flatMap(({ cells }) => cells.flatMap(({ slot }) => (slot === null ? [] : [slot]))),
  )
}
