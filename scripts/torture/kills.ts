import { checkDraft } from './power-cuts'
import { randomOf } from './random'
import { Trials, type Figures } from './report'
import { checkAfterFault, inFolder, makeFile } from './workbench'
import { sleep, startChild } from './watch-child'

const LONGEST_MS = 120

/** The same while text is typed and not saved: what was kept of it is there. */
export async function killsWhileTyping(count: number, seed: number): Promise<Figures> {
  const trials = new Trials('SIGKILL while text is typed and not saved')
  let acknowledged = 0
  for (let trialSeed = seed; trialSeed < seed + count; trialSeed += 1)
    await trials.run(`seed ${String(trialSeed)}`, () =>
      inFolder(async (folder) => {
        const file = makeFile(folder)
        const child = startChild(file, trialSeed, 'draft')
        await child.reached(0)
        await sleep(randomOf(trialSeed).next() * LONGEST_MS)
        child.process.kill('SIGKILL')
        await child.ended
        acknowledged += child.acknowledged()
        checkDraft(file, trialSeed, child.acknowledged())
      }),
    )
  return trials.figures({ note: `${String(acknowledged)} drafts acknowledged` })
}

/** SIGKILL at a random moment of random edits, undos, redos and, in a third of them, of closing and opening. */
export async function kills(count: number, seed: number): Promise<Figures> {
  const trials = new Trials('SIGKILL while editing')
  let acknowledged = 0
  const one = async (trialSeed: number) =>
    trials.run(`seed ${String(trialSeed)}`, () =>
      inFolder(async (folder) => {
        const file = makeFile(folder)
        const random = randomOf(trialSeed)
        const child = startChild(file, trialSeed, trialSeed % 3 === 0 ? 'checkpoint' : 'edit')
        await child.reached(0)
        await sleep(random.next() * LONGEST_MS)
        child.process.kill('SIGKILL')
        await child.ended
        acknowledged += child.acknowledged()
        const lost = checkAfterFault(file, trialSeed, child.acknowledged())
        trials.lost += lost
        if (lost > 0) throw new Error(`${String(lost)} acknowledged saves are lost`)
      }),
    )
  const seeds = Array.from({ length: count }, (_, n) => seed + n)
  // Two at a time: most of a trial is the start of a process.
  const worker = async () => {
    for (let next = seeds.shift(); next !== undefined; next = seeds.shift()) await one(next)
  }
  await Promise.all([worker(), worker()])
  return trials.figures({ note: `${String(acknowledged)} saves acknowledged` })
}
