/** What rules compare. `bits-x-tops` and `io-bandwidth` are the October 2022 test (87 FR 62186). */
export const CONTROL_METRICS = [
  'tpp',
  'performance-density',
  'bits-x-tops',
  'io-bandwidth',
  'memory-bandwidth',
  'hbm-bandwidth-density',
  'transistors',
] as const
export type ControlMetric = (typeof CONTROL_METRICS)[number]

export const CONTROL_UNITS: Readonly<Record<ControlMetric, string>> = {
  tpp: 'TPP',
  'performance-density': 'TPP/mm²',
  'bits-x-tops': 'bit·TOPS',
  'io-bandwidth': 'GB/s',
  'memory-bandwidth': 'GB/s',
  'hbm-bandwidth-density': 'GB/s/mm²',
  transistors: 'billion',
}
