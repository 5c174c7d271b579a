import type { Gate, GateState } from '../../controls/gate-state'
import type { ByDate } from '../../controls/generation'
import { jurisdictionNames } from '../../layout/lane-names'
import type { LaneKind, ScaleKind } from '../../model/lane-kind'
import type { Names } from '../../model/names'
import { METRIC_UNITS, type Metric } from '../../model/spec-value'

const names = (en: string, zhHant: string): Names => ({ en, 'zh-Hant': zhHant })

/** What a metric is called; a rate by the kind of rate that counts. The same words as in the window, which a test holds. */
export const METRIC_NAMES: Readonly<Record<Metric, Names>> = {
  'memory-capacity': names('Memory', '記憶體容量'),
  'memory-bandwidth': names('Memory bandwidth', '記憶體頻寬'),
  'memory-type': names('Memory type', '記憶體類型'),
  fp4: names('FP4, dense', 'FP4（稠密）'),
  fp8: names('FP8, dense', 'FP8（稠密）'),
  int8: names('INT8', 'INT8'),
  fp16: names('FP16, dense', 'FP16（稠密）'),
  tdp: names('Power (TDP)', '功耗（TDP）'),
  'interconnect-bandwidth': names('Interconnect', '互連頻寬'),
  'interconnect-type': names('Interconnect type', '互連技術'),
  'die-area': names('Die area', '晶粒面積'),
  transistors: names('Transistors', '電晶體數'),
  process: names('Process', '製程'),
  tpp: names('TPP', 'TPP'),
  'performance-density': names('Performance density', '效能密度'),
}

/** The states of a gate, as the window says them. */
export const STATE_NAMES: Readonly<Record<GateState, Names>> = {
  prohibited: names('Prohibited', '禁止'),
  'presumption-of-denial': names('Presumption of denial', '推定拒絕'),
  'case-by-case': names('Case-by-case review', '個案審查'),
  'licence-required': names('Licence required', '須申請許可'),
  discouraged: names('Discouraged', '勸阻'),
  notified: names('Notification', '通報'),
  undetermined: names('Undetermined', '無法判定'),
  'no-licence': names('No licence needed', '不需許可'),
  'at-home': names('Sold at home, no border passed', '本國銷售，不經邊境'),
  withdrawn: names('Withdrawn', '已停售'),
  'not-announced': names('Not announced yet', '尚未發表'),
}

export const CHART_WORDS = {
  hypothetical: names('HYPOTHETICAL', '假設情境'),
  allBest: names('Best so far of all', '全體迄今最佳'),
  limit: names('Limit of a rule, while in force', '法規門檻（有效期間）'),
  imprecise: names('Date not known exactly: at its last day', '日期不確切：置於最後一日'),
  unsure: names('Not known well enough', '尚不夠明確'),
} as const satisfies Record<string, Names>

/** Above a part: what it is, and what is to be known of it. */
export interface Heading {
  readonly title: Names
  readonly detail: Names | null
}

/** Above the metric lanes, with the date by which their points stand. */
export const LANES_HEADINGS: Readonly<Record<ByDate, Heading>> = {
  announced: { title: names('Metrics', '指標'), detail: names('by announcement', '依發布日期') },
  available: { title: names('Metrics', '指標'), detail: names('by availability', '依上市日期') },
}

const SCALE_WORDS: Readonly<Record<ScaleKind, Names>> = {
  log: names('log', '對數'),
  linear: names('linear', '線性'),
}

const isMetric = (kind: LaneKind): kind is Exclude<LaneKind, 'frontier-ratio' | 'generation-lag'> =>
  kind !== 'frontier-ratio' && kind !== 'generation-lag'

/** The name of a lane. `vendor`: whose generations are counted. */
export function laneNames(kind: LaneKind, vendor: Names | null): Names {
  if (isMetric(kind)) return METRIC_NAMES[kind]
  if (kind === 'frontier-ratio') return names('Ratio to the frontier', '與前沿的比值')
  if (vendor === null) return names('Generation lag', '世代落差')
  return names(`Generation lag, ${vendor.en}`, `世代落差：${vendor['zh-Hant']}`)
}

/** What stands under the name of a lane: the unit and the scale; of ratios and generations, what they are of. */
export function laneAbout(
  kind: LaneKind,
  scale: ScaleKind,
  asked: { readonly ratioOf: Metric; readonly destination: string | null },
): Names {
  if (kind === 'generation-lag') {
    if (asked.destination === null) return names('generations', '世代')
    const place = jurisdictionNames(asked.destination)
    return names(`of what may be sold to ${place.en}`, `可輸往${place['zh-Hant']}的產品`)
  }
  const words = SCALE_WORDS[scale]
  if (kind === 'frontier-ratio') {
    const of = METRIC_NAMES[asked.ratioOf]
    return names(`${of.en}, % of the best so far, ${words.en}`, `${of['zh-Hant']}，占迄今最佳 %，${words['zh-Hant']}`)
  }
  const unit = METRIC_UNITS[kind] ?? ''
  return unit === METRIC_NAMES[kind].en ? words : names(`${unit}, ${words.en}`, `${unit}，${words['zh-Hant']}`)
}

const listed = (codes: readonly string[]): Names => {
  const all = codes.map(jurisdictionNames)
  return names(all.map(({ en }) => en).join(', '), all.map((each) => each['zh-Hant']).join('、'))
}

/** Whose side a bar is: the governments of the sellers, or that of the buyer. */
export function gateNames(gate: Gate, exporters: readonly string[], destination: string): Names {
  if (gate === 'export' && exporters.length === 0) return names('seller’s side', '賣方')
  const places = gate === 'import' ? jurisdictionNames(destination) : listed(exporters)
  return names(`${places.en} side`, `${places['zh-Hant']}方面`)
}

/** Above the status bars: the place, and which bar is whose. */
export function statusHeading(destination: string, gates: readonly Names[]): Heading {
  const place = jurisdictionNames(destination)
  const title = names(`Status to ${place.en}`, `輸往${place['zh-Hant']}的狀態`)
  const [upper, lower] = gates
  if (upper === undefined) return { title, detail: null }
  if (lower === undefined) return { title, detail: upper }
  return {
    title,
    detail: names(`above: ${upper.en}, below: ${lower.en}`, `上：${upper['zh-Hant']}，下：${lower['zh-Hant']}`),
  }
}

/** What of the parts under the lanes had no room. */
export interface PartsLeft {
  readonly lanes: number
  readonly chips: number
  readonly rows: number
}

export const anyLeft = ({ lanes, chips, rows }: PartsLeft): boolean => lanes + chips + rows > 0

/** The line that says what of the parts is not drawn. */
export function partsLeftInWords({ lanes, chips, rows }: PartsLeft): Names {
  const some = (count: number, one: string, many: string, zhHant: string): Names[] =>
    count === 0 ? [] : [names(`${String(count)} ${count === 1 ? one : many}`, `${String(count)} ${zhHant}`)]
  const all = [
    ...some(lanes, 'metric lane', 'metric lanes', '個指標泳道'),
    ...some(chips, 'chip along time', 'chips along time', '款晶片的狀態'),
    ...some(rows, 'row of the comparison', 'rows of the comparison', '列比較'),
  ]
  return names(
    `Not drawn for want of room: ${all.map(({ en }) => en).join(', ')}.`,
    `因版面不足未繪出：${all.map((each) => each['zh-Hant']).join('、')}。`,
  )
}
