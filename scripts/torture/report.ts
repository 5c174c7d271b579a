/** The figures of one case, in the terms of the reliability plan. */
export interface Figures {
  readonly name: string
  readonly tried: number
  readonly survived: number
  /** Saves that were acknowledged and are not there. */
  readonly lost?: number
  /** Good or foreign files that were written over. */
  readonly overwritten?: number
  /** Bad files that were refused, or opened with the unreadable records named; out of `tried`. */
  readonly refused?: number
  readonly note?: string
  /** What went wrong, with the seed to run it again. */
  readonly failures: readonly string[]
  /** The machine cannot do it; the case counts for nothing then. */
  readonly notTried?: string
}

export const notTried = (name: string, reason: string): Figures => ({
  name,
  tried: 0,
  survived: 0,
  failures: [],
  notTried: reason,
})

/** Collects what befell the trials of a case. */
export class Trials {
  readonly #name: string
  readonly #failures: string[] = []
  #tried = 0
  lost = 0
  overwritten = 0

  constructor(name: string) {
    this.#name = name
  }

  /** A trial that throws has failed, with its message. */
  async run(what: string, trial: () => Promise<void> | void): Promise<void> {
    this.#tried += 1
    try {
      await trial()
    } catch (error) {
      this.#failures.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  figures(more: Partial<Figures> = {}): Figures {
    const { lost, overwritten } = this
    const survived = this.#tried - this.#failures.length
    return { name: this.#name, tried: this.#tried, survived, lost, overwritten, failures: this.#failures, ...more }
  }
}

export function isGood({ tried, survived, lost = 0, overwritten = 0, notTried: reason }: Figures): boolean {
  return reason !== undefined || (tried > 0 && survived === tried && lost === 0 && overwritten === 0)
}

const MOST_FAILURES = 5

export function printFigures(figures: Figures, seconds: number): void {
  const { name, tried, survived, lost, overwritten, refused, note, failures, notTried: reason } = figures
  const mark = isGood(figures) ? '  ok ' : 'FAIL '
  if (reason !== undefined) return console.log(`  –   ${name}: not tried: ${reason}`)
  const parts = [
    `faults survived ${String(survived)}/${String(tried)}`,
    lost === undefined ? '' : `acknowledged saves lost ${String(lost)}`,
    overwritten === undefined ? '' : `stores overwritten ${String(overwritten)}`,
    refused === undefined ? '' : `bad inputs refused ${String(refused)}/${String(tried)}`,
    note ?? '',
  ].filter((part) => part !== '')
  console.log(`${mark} ${name} (${seconds.toFixed(1)} s): ${parts.join(', ')}`)
  for (const failure of failures.slice(0, MOST_FAILURES)) console.log(`        ${failure}`)
  if (failures.length > MOST_FAILURES) console.log(`        … and ${String(failures.length - MOST_FAILURES)} more`)
}
