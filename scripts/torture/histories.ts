import { Model } from './model'
import { randomOf } from './random'
import { Trials, type Figures } from './report'
import { FIRST_RECORDS, nextStep, take, takeInModel } from './steps'
import { expectSame, inFolder, makeFile, openOrFail } from './workbench'

/** Random edits, undos, redos and restarts of the real store, each compared with the plain model. */
export async function histories(count: number, seed: number): Promise<Figures> {
  const trials = new Trials('random histories against the model')
  for (let trialSeed = seed; trialSeed < seed + count; trialSeed += 1)
    await trials.run(`seed ${String(trialSeed)}`, () =>
      inFolder((folder) => {
        const file = makeFile(folder)
        const random = randomOf(trialSeed)
        const model = new Model(FIRST_RECORDS)
        let store = openOrFail(file)
        try {
          const steps = 10 + random.below(30)
          for (let n = 0; n < steps; n += 1) {
            if (random.next() < 0.08) {
              store.close()
              store = openOrFail(file)
            }
            const step = nextStep(model, random)
            if (take(store, step) !== takeInModel(model, step)) throw new Error(`step ${String(n)} answered wrongly`)
            expectSame(store, model, `differs after step ${String(n)}`)
            if (store.history().revision !== model.revision) throw new Error(`revision is off at step ${String(n)}`)
          }
        } finally {
          store.close()
        }
      }),
    )
  return trials.figures()
}
