import { test } from '@playwright/test'
import { launchTapeline, type Tapeline } from './launch'

/** One run of the app for the tests of a file, which must leave it as they found it. */
export function oneRun(): () => Tapeline {
  let tapeline: Tapeline
  test.beforeAll(async () => {
    tapeline = await launchTapeline()
  })
  test.afterAll(() => tapeline.close())
  return () => tapeline
}
