import { numberText, plainNumber, ratioText } from '../../domain/compare/number-text'
import type { Dated } from '../../domain/controls/dated'
import type { GenerationLag } from '../../domain/controls/generation-lag'
import type { LimitLine } from '../../domain/controls/limit-lines'
import { LANE_METRICS } from '../../domain/model/lane-kind'
import type { LaneChoices } from '../../domain/lanes/lane-choice'
import type { LaneKind } from '../../domain/model/lane-kind'
import { linesOn, type LimitRun } from '../../domain/lanes/limit-runs'
import type { Document } from '../../domain/model/document'
import { recordName } from '../../domain/model/record-name'
import { METRIC_UNITS } from '../../domain/model/spec-value'
import { dateInWords } from '../../domain/time/date-words'
import { parseEdtf } from '../../domain/time/edtf'
import { edtfOfDay } from '../../domain/time/edtf-of-day'
import type { Words } from '../language/use-words'
import type { CursorValue } from './cursor-values'
import type { PlotLimit, PlotPoint } from '../../domain/lanes/lane-content'

export interface TipWords {
  readonly heading: string
  readonly lines: readonly string[]
}

/** Results of arithmetic are shown so exactly. */
const DECIMALS = 2
/** Lanes whose name says more than that of their metric. */
const NAMED: ReadonlySet<LaneKind> = new Set(['fp16', 'fp8', 'fp4', 'frontier-ratio', 'generation-lag'])
const SIGNS: Readonly<Record<LimitLine['operator'], string>> = { '>=': '≥', '>': '>', '<=': '≤', '<': '<' }

/** What metric lanes say, in the language of the window. */
export class LaneWords {
  constructor(
    private readonly words: Words,
    private readonly document: Document,
    private readonly choices: LaneChoices,
  ) {}

  lane(kind: LaneKind): string {
    return this.words.t(NAMED.has(kind) ? `metricLanes.lanes.${kind}` : `metric.${kind}`)
  }

  unit(kind: LaneKind): string {
    if (kind === 'frontier-ratio') return this.words.t('metricLanes.ratioUnit')
    return kind === 'generation-lag' ? '' : (METRIC_UNITS[kind] ?? '')
  }

  /** By which date the points stand. */
  caption(): string {
    return this.words.t(this.choices.by === 'announced' ? 'metricLanes.byAnnounced' : 'metricLanes.byAvailable')
  }

  name(record: string): string {
    const found = this.document.records.get(record)
    return found === undefined ? record : recordName(found, this.document, this.words.locale.value)
  }

  /** What stands at a line across the lane. */
  tick(kind: LaneKind, value: number): string {
    if (kind === 'generation-lag') return value === 0 ? 'N' : `N−${String(value)}`
    return kind === 'frontier-ratio' ? percent(value) : numberText(value)
  }

  point(kind: LaneKind, point: PlotPoint): TipWords {
    const { t } = this.words
    const lines = point.lag === undefined ? this.valueLines(kind, point) : this.lagLines(point.lag)
    const date = this.date(point.date)
    const imprecise = point.date.first < point.date.last ? [t('metricLanes.imprecise')] : []
    return {
      heading: this.name(point.chip),
      lines: [...lines, t('metricLanes.dated', { date, by: this.caption() }), ...imprecise],
    }
  }

  /** What stands at the line of a day. */
  onDay(kind: LaneKind, { value, chip }: CursorValue): string {
    if (value === null) return this.words.t('metricLanes.lag.nothing')
    const text =
      kind === 'generation-lag' || kind === 'frontier-ratio' ? this.tick(kind, value) : numberText(value, DECIMALS)
    return chip === null ? text : `${text} · ${this.name(chip)}`
  }

  limit(kind: LaneKind, run: PlotLimit, day: number): TipWords {
    const lines = linesOn(run, day)
    const signs = [...new Set(lines.map(({ operator }) => SIGNS[operator]))].join(', ')
    const rules = new Map<string, string[]>()
    for (const { rule, provision } of lines) rules.set(rule.id, [...(rules.get(rule.id) ?? []), provision.reference])
    return {
      heading: this.words.t('metricLanes.limit', {
        operator: signs,
        limit: numberText(run.limit),
        unit: this.unit(kind),
      }),
      lines: [
        ...(run.hypothetical ? [this.words.t('controls.hypothetical')] : []),
        ...[...rules].flatMap(([rule, references]) => [
          this.name(rule),
          ...new Set(references),
          ...this.times(lines.filter((line) => line.rule.id === rule)),
        ]),
      ],
    }
  }

  /** A limit with the rule that set it first. */
  limitLabel({ limit, lines }: LimitRun): string {
    const [first] = lines
    if (first === undefined) return ''
    return `${SIGNS[first.operator]} ${numberText(limit)} · ${this.name(first.rule.id)}`
  }

  private times(lines: readonly LimitLine[]): string[] {
    const { t } = this.words
    const all = lines.map(({ from, to }) =>
      to === null
        ? t('metricLanes.inForce', { from: this.date(from) })
        : t('metricLanes.inForceTo', { from: this.date(from), to: this.date(to) }),
    )
    return [...new Set(all)]
  }

  private valueLines(kind: LaneKind, { value, vendor, frontier, leads }: PlotPoint): string[] {
    const { t } = this.words
    const known = LANE_METRICS.some((metric) => metric === kind)
    const text = known ? `${numberText(value, DECIMALS)} ${this.unit(kind)}` : percent(value)
    const shown =
      frontier === undefined ? text : t('metricLanes.fallsTo', { share: percent(value), frontier: this.name(frontier) })
    return [shown, this.name(vendor), ...(leads ? [t('metricLanes.bestSince')] : [])]
  }

  private lagLines(lag: GenerationLag): string[] {
    const { t, counted } = this.words
    const { generations, months, frontier, frontierChip, best, ratios, uncertain, hypothetical } = lag
    const ratio = (value: number | null): string => (value === null ? t('compare.unknown') : percent(value))
    return [
      ...(hypothetical ? [t('controls.hypothetical')] : []),
      ...(best === null ? [] : [t('metricLanes.lag.best', { chip: this.name(best.id) })]),
      t('metricLanes.lag.frontier', {
        chip: frontierChip === null ? t('compare.unknown') : this.name(frontierChip.id),
        generation: this.name(frontier.generation.head.id),
      }),
      ...(generations === null
        ? [t('metricLanes.lag.nothing')]
        : [generations === 0 ? t('metricLanes.lag.level') : counted('metricLanes.lag.behind', generations)]),
      ...(months === null || generations === 0 ? [] : [this.months(months)]),
      ...(best === null
        ? []
        : [
            t('metricLanes.lag.ratios', {
              tpp: ratio(ratios.tpp),
              bandwidth: ratio(ratios['memory-bandwidth']),
              memory: ratio(ratios['memory-capacity']),
            }),
          ]),
      ...(uncertain ? [t('metricLanes.lag.uncertain')] : []),
    ]
  }

  private months({ least, most }: { readonly least: number; readonly most: number }): string {
    const [from, to] = [plainNumber(least, 0), plainNumber(most, 0)]
    if (from === to) return this.words.t('metricLanes.lag.monthsExact', { least: from })
    return this.words.t('metricLanes.lag.months', { least: from, most: to })
  }

  private date({ text, last }: Dated): string {
    const date = parseEdtf(text === '' ? edtfOfDay(last, 'day') : text)
    return date.ok ? dateInWords(date.value, this.words.locale.value) : text
  }
}

const percent = (ratio: number): string => `${ratioText(ratio * 100)} %`
