import type { Working } from '../../domain/controls/working'
import type { Metric, SpecValue } from '../../domain/model/spec-value'
import type { ControlMetric } from '../../domain/model/control-metric'

/** A piece of a line of arithmetic; words and numbers are put in by who shows it. */
export type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'sign'; readonly sign: '×' | '÷' | '=' | '(' | ')' | 'largest' }
  | {
      readonly kind: 'figure'
      readonly metric: Metric
      readonly unit: string
      readonly value: number | null
      readonly spec: SpecValue | null
    }
  | { readonly kind: 'quantity'; readonly metric: ControlMetric; readonly value: number | null }

export interface WorkingLine {
  /** What the line works out; null for one of several of which the largest counts. */
  readonly of: ControlMetric | null
  readonly tokens: readonly Token[]
  /** Of several the one that counts; null where there is no choice. */
  readonly chosen: boolean | null
  /** A source states the quantity itself. */
  readonly stated: boolean
}

const sign = (of: Extract<Token, { kind: 'sign' }>['sign']): Token => ({ kind: 'sign', sign: of })
const figure = ({ figure: { metric, unit, spec, value } }: Extract<Working, { kind: 'figure' | 'stated' }>): Token => ({
  kind: 'figure',
  metric,
  unit,
  spec,
  value,
})
const equals = (value: number | null): Token[] => (value === null ? [] : [sign('='), { kind: 'number', value }])

/**
 * The working of a quantity as lines, each one sum; a quantity within it is worked out in lines of its own before.
 * Of several of which the largest counts each that has a value is a line, and the one that counts comes first.
 */
export function workingLines(working: Working, of: ControlMetric): WorkingLine[] {
  const before = controlsIn(working).flatMap((each) => workingLines(each.of, each.metric))
  if (working.kind === 'largest') {
    const { terms, chosen } = working
    const lines = terms.flatMap((term, at): WorkingLine[] =>
      term.value === null
        ? []
        : [{ of: null, tokens: [...tokensOf(term), ...equals(term.value)], chosen: at === chosen, stated: false }],
    )
    return [...before, ...lines.sort((a, b) => Number(b.chosen) - Number(a.chosen))]
  }
  if (working.kind === 'undefined') return before
  const bare = working.kind === 'figure' || working.kind === 'stated' || working.kind === 'control'
  const tokens = bare ? tokensOf(working) : [...tokensOf(working), ...equals(working.value)]
  return [...before, { of, tokens, chosen: null, stated: working.kind === 'stated' }]
}

/** The figures that a choice of the largest passed over, because no source gives them. */
export function absentFigures(working: Working): Metric[] {
  if (working.kind === 'control') return absentFigures(working.of)
  if (!('terms' in working)) return []
  if (working.kind !== 'largest') return [...new Set(working.terms.flatMap(absentFigures))]
  return [...new Set(working.terms.filter(({ value }) => value === null).flatMap(emptyFigures))]
}

function emptyFigures(working: Working): Metric[] {
  if (working.kind === 'figure') return working.value === null ? [working.figure.metric] : []
  if (working.kind === 'control') return emptyFigures(working.of)
  return 'terms' in working ? working.terms.flatMap(emptyFigures) : []
}

function controlsIn(working: Working): Extract<Working, { kind: 'control' }>[] {
  if (working.kind === 'control') return [working]
  return 'terms' in working ? working.terms.flatMap(controlsIn) : []
}

function tokensOf(working: Working): Token[] {
  switch (working.kind) {
    case 'constant':
      return [{ kind: 'number', value: working.value }]
    case 'figure':
    case 'stated':
      return [figure(working)]
    case 'control':
      return [{ kind: 'quantity', metric: working.metric, value: working.value }]
    case 'undefined':
      return [{ kind: 'quantity', metric: working.metric, value: null }]
    case 'product':
      return joined(working.terms, '×')
    case 'quotient':
      return joined(working.terms, '÷')
    case 'largest':
      return [sign('largest'), ...inBrackets(joined(working.terms, '='))]
  }
}

const inBrackets = (tokens: readonly Token[]): Token[] => [sign('('), ...tokens, sign(')')]

function joined(terms: readonly Working[], by: '×' | '÷' | '='): Token[] {
  return terms.flatMap((term, at) => {
    const tokens = tokensOf(term)
    const isSum = term.kind === 'product' || term.kind === 'quotient'
    return [...(at === 0 || by === '=' ? [] : [sign(by)]), ...(isSum ? inBrackets(tokens) : tokens)]
  })
}
