import { say, secondsSince } from './progress.mjs'

/** @typedef {{ passed: number, failed: number, failures?: string[] }} Tally `failures` names what failed, as far as known */
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
    return tally.failed > 0 && (tally.failures ?? []).length === 0 ? { ...tally, failures: [name] } : tally
  } catch (error) {
    say(`FAIL  ${name} (${secondsSince(started)})\n${String(error instanceof Error ? error.message : error)}`)
    return { passed: 0, failed: 1, failures: [name] }
  }
}

/** @param {readonly Tally[]} tallies @returns {{ passed: number, failed: number, failures: string[] }} */
export function sumOf(tallies) {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    failures: tallies.flatMap(({ failures = [] }) => failures),
  }
}

/** What closes a run: what failed, by name, then the counts. @param {Tally} tally */
export function closingLines({ passed, failed, failures = [] }) {
  return [...failures.map((name) => `FAIL  ${name}`), `${passed} passed, ${failed} failed`].join('\n')
}
