/** Prints one line of progress. @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`)
}

/** An expected failure: its message tells the user what to do, so no stack is printed with it. */
export class Hindrance extends Error {}

/**
 * Runs the main function of a script and turns its outcome into the exit code.
 *
 * @param {() => Promise<number | void>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    process.stderr.write(
      `${error instanceof Hindrance ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
    )
    process.exitCode = 1
  }
}

/** @param {number} startedMs from `performance.now()` */
export function secondsSince(startedMs) {
  return `${((performance.now() - startedMs) / 1000).toFixed(1)} s`
}
