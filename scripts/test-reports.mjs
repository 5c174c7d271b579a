import { existsSync, readFileSync } from 'node:fs'

/** @typedef {import('./test-steps.mjs').Tally} Tally */

/**
 * Counts what a test runner wrote to its JSON report. A runner that ended badly without one failed test (a file
 * that does not load, say) counts as one failure, so that no run is called good by mistake.
 *
 * @param {string} file
 * @param {number} exitCode of the runner
 * @param {(report: any) => Tally} count
 * @returns {Tally}
 */
export function tallyOf(file, exitCode, count) {
  if (!existsSync(file)) return { passed: 0, failed: 1, failures: [`${file} was not written`] }
  const tally = count(JSON.parse(readFileSync(file, 'utf8')))
  const ranNothing = tally.passed + tally.failed === 0
  if (tally.failed > 0 || (exitCode === 0 && !ranNothing)) return tally
  const why = ranNothing ? 'no test ran' : `no test failed, but the runner ended with code ${exitCode}: see its errors`
  return { ...tally, failed: 1, failures: [why] }
}

/** @param {string} text */
const firstLine = (text) => text.trimStart().split('\n', 1)[0] ?? ''

/**
 * @param {{
 *   numPassedTests: number
 *   numFailedTests: number
 *   testResults?: {
 *     name: string
 *     message?: string
 *     assertionResults: { status: string, fullName: string, failureMessages?: string[] }[]
 *   }[]
 * }} report
 * @returns {Tally}
 */
export const countVitest = ({ numPassedTests, numFailedTests, testResults = [] }) => ({
  passed: numPassedTests,
  failed: numFailedTests,
  failures: testResults.flatMap(({ name, message = '', assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length === 0 && message !== '') return [`${name}: ${firstLine(message)}`]
    return failed.map(
      ({ fullName, failureMessages = [] }) => `${name}: ${fullName}: ${firstLine(failureMessages[0] ?? '')}`,
    )
  }),
})

/**
 * Each fault that was tried is one test; a case the machine cannot do is none.
 *
 * @param {{ cases: { tried: number, survived: number }[] }} report
 * @returns {Tally}
 */
export const countTorture = ({ cases }) => {
  const survived = cases.reduce((sum, one) => sum + one.survived, 0)
  return { passed: survived, failed: cases.reduce((sum, one) => sum + one.tried, 0) - survived, failures: [] }
}

/**
 * @typedef {object} Suite of Playwright's report
 * @property {Suite[]} [suites]
 * @property {{ title: string, file: string, line: number, ok: boolean }[]} [specs]
 */

/** @param {Suite} suite @returns {string[]} */
const failedSpecs = ({ suites = [], specs = [] }) => [
  ...specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line}: ${title}`),
  ...suites.flatMap(failedSpecs),
]

/**
 * A test that passed only when tried again counts as failed.
 *
 * @param {Suite & { stats: { expected: number, unexpected: number, flaky: number } }} report
 * @returns {Tally}
 */
export const countPlaywright = (report) => ({
  passed: report.stats.expected,
  failed: report.stats.unexpected + report.stats.flaky,
  failures: failedSpecs(report),
})
