import { describe, expect, it } from 'vitest'
import { METRIC_NAMES, STATE_NAMES } from '../../domain/figure/charts/chart-words'
import { LIKENESS_NAMES, UNKNOWN } from '../../domain/figure/comparison/comparison-words'
import { GATE_STATES } from '../../domain/controls/gate-state'
import { isLadderStep } from '../../domain/controls/ladder'
import { METRICS } from '../../domain/model/spec-value'
import { en } from './en'
import { zhHant } from './zh-hant'

/* Figures are drawn without a window and have words of their own; what both say, both say alike. */
describe.each([
  ['en', en],
  ['zh-Hant', zhHant],
] as const)('the words of figures (%s)', (locale, words) => {
  it.each(METRICS)('name %s as the window does', (metric) => {
    const lanes: Readonly<Record<string, string>> = words.metricLanes.lanes
    expect(METRIC_NAMES[metric][locale]).toBe(lanes[metric] ?? words.metric[metric])
  })

  it.each(GATE_STATES)('name the state %s as the window does', (state) => {
    expect(STATE_NAMES[state][locale]).toBe(isLadderStep(state) ? words.outcome[state] : words.controls.state[state])
  })

  it('call what chips have in common as the window does', () => {
    for (const [likeness, names] of Object.entries(LIKENESS_NAMES))
      expect(names[locale]).toBe(words.compare.likeness[likeness as keyof typeof words.compare.likeness])
    expect(UNKNOWN[locale]).toBe(words.compare.unknown)
  })
})
