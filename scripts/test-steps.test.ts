import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, tallyOf } from './test-reports.mjs'
import { closingLines, runSteps, sumOf } from './test-steps.mjs'

const folder = mkdtempSync(join(tmpdir(), 'tapeline-reports-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the closing line', () => {
  it('is what a reader of the output looks for', () => {
    expect(
      closingLines(
        sumOf([
          { passed: 1200, failed: 0 },
          { passed: 3, failed: 2, failures: ['a.test.ts: adds'] },
        ]),
      ),
    ).toBe('FAIL  a.test.ts: adds\n1203 passed, 2 failed')
  })

  it('counts a step that throws as failed', async () => {
    const breaks = { name: 'breaks', work: () => Promise.reject(new Error('on purpose')) }
    const works = { name: 'works', work: () => Promise.resolve({ tally: { passed: 4, failed: 0 }, output: '' }) }
    expect(await runSteps([breaks, works])).toEqual({ passed: 4, failed: 1, failures: ['breaks'] })
  })

  it('names a step that failed and does not say in what', async () => {
    const fails = { name: 'lint', work: () => Promise.resolve({ tally: { passed: 0, failed: 1 }, output: '' }) }
    expect(await runSteps([fails])).toEqual({ passed: 0, failed: 1, failures: ['lint'] })
  })
})

describe('reading a report', () => {
  const report = (name: string, content: object): string => {
    const file = join(folder, name)
    writeFileSync(file, JSON.stringify(content))
    return file
  }
  const vitest = (passed: number, failed: number) => ({ numPassedTests: passed, numFailedTests: failed })

  it('takes the counts of the runner, and what failed by name', () => {
    const testResults = [
      {
        name: 'a.test.ts',
        assertionResults: [
          { status: 'passed', fullName: 'sums adds' },
          { status: 'failed', fullName: 'sums subtracts', failureMessages: ['expected 1 to be 2\n  at a.test.ts:3'] },
        ],
      },
      { name: 'b.test.ts', message: 'does not load\nat all', assertionResults: [] },
    ]
    expect(tallyOf(report('a', { ...vitest(5, 2), testResults }), 1, countVitest)).toEqual({
      passed: 5,
      failed: 2,
      failures: ['a.test.ts: sums subtracts: expected 1 to be 2', 'b.test.ts: does not load'],
    })
    const suites = [{ suites: [{ specs: [{ title: 'pans', file: 'c.spec.ts', line: 7, ok: false }] }] }]
    expect(
      tallyOf(report('b', { stats: { expected: 7, unexpected: 0, flaky: 1 }, suites }), 0, countPlaywright),
    ).toEqual({ passed: 7, failed: 1, failures: ['c.spec.ts:7: pans'] })
  })

  it('calls no run good that ended badly, ran nothing or left no report', () => {
    expect(tallyOf(report('c', vitest(5, 0)), 1, countVitest)).toMatchObject({ passed: 5, failed: 1 })
    expect(tallyOf(report('d', vitest(0, 0)), 0, countVitest)).toMatchObject({ passed: 0, failed: 1 })
    expect(tallyOf(join(folder, 'absent'), 0, countVitest)).toMatchObject({ passed: 0, failed: 1 })
  })
})
