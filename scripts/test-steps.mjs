import { say, secondsSince } from './progress.mjs'

/** @typedef {{ passed: number, failed: number }} Tally */
/** @typedef {{ tally: Tally, output: string, note?: string }} Outcome `note` is printed beside the time */
/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<Outcome>} work
 */

/**
 * Runs steps two at a time and prints each when it is done, with its time and, where it failed, its output.
 *
 * @param {readonly Step[]} steps
 * @param {number} [atOnce]
 * @returns {Promise<Tally>}
 */
export async function runSteps(steps, atOnce = 2) {
  const waiting = [...steps]
  /** @type {Tally[]} */
  const tallies = []
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) tallies.push(await runStep(step))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return sumOf(tallies)
}

/** @param {Step} step @returns {Promise<Tally>} */
async function runStep({ name, work }) {
  const started = performance.now()
  say(`  …   ${name}`)
  try {
    const { tally, output, note } = await work()
    const counted = tally.passed + tally.failed > 1 ? `, ${tally.passed} passed, ${tally.failed} failed` : ''
    say(
      `${tally.failed === 0 ? '  ok ' : 'FAIL '} ${name} (${secondsSince(started)}${note === undefined ? counted : `, ${note}`})`,
    )
    if (tally.failed > 0) say(output.trimEnd())
    return tally
  } catch (error) {
    say(`FAIL  ${name} (${secondsSince(started)})\n${String(error instanceof Error ? error.message : error)}`)
    return { passed: 0, failed: 1 }
  }
}

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function sumOf(tallies) {
  return tallies.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  })
}

/** The line that closes a run. @param {Tally} tally */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`
}
