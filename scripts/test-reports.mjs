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
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const tally = count(JSON.parse(readFileSync(file, 'utf8')))
  const ranNothing = tally.passed + tally.failed === 0
  return (exitCode !== 0 && tally.failed === 0) || ranNothing ? { ...tally, failed: 1 } : tally
}

/** @param {{ numPassedTests: number, numFailedTests: number }} report @returns {Tally} */
export const countVitest = (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests })

/**
 * Each fault that was tried is one test; a case the machine cannot do is none.
 *
 * @param {{ cases: { tried: number, survived: number }[] }} report
 * @returns {Tally}
 */
export const countTorture = ({ cases }) => {
  const survived = cases.reduce((sum, one) => sum + one.survived, 0)
  return { passed: survived, failed: cases.reduce((sum, one) => sum + one.tried, 0) - survived }
}

/**
 * A test that passed only when tried again counts as failed.
 *
 * @param {{ stats: { expected: number, unexpected: number, flaky: number } }} report
 * @returns {Tally}
 */
export const countPlaywright = ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky })
