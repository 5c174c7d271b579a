import { expect, test, type Page } from '@playwright/test'
import { launchTapeline, type LaunchOptions, type Tapeline } from './launch'
import { ownFolder } from './own-folder'

interface OwnRunOptions {
  /** The app keeps its data in the folder of the test: one that is opened again finds it there. */
  readonly dataInFolder?: boolean
  /** Waited for whenever the app was started. */
  readonly until?: (page: Page) => Promise<void>
  /** An error in the page fails the test, whatever it looked for. */
  readonly withoutErrors?: boolean
}

interface OwnRun {
  /** The folder of the test, empty at first and gone after it. */
  readonly folder: () => string
  /** Starts the app. A test that starts it again closes or kills the first one itself. */
  readonly open: (options?: LaunchOptions) => Promise<Page>
  /** What was started last. */
  readonly tapeline: () => Tapeline
}

/** A run of the app for each test of a file, which may start it again, and a folder. */
export function ownRun(prefix: string, { dataInFolder, until, withoutErrors }: OwnRunOptions = {}): OwnRun {
  let started: Tapeline | undefined
  // Before the folder's own hook: the app must have let go of its files.
  test.afterEach(async () => {
    const errors = [...(started?.pageErrors ?? [])]
    // Also one that a test has closed or killed: that does no harm.
    await started?.close()
    started = undefined
    if (withoutErrors) expect(errors).toEqual([])
  })
  const folder = ownFolder(prefix)
  function tapeline(): Tapeline {
    if (started === undefined) throw new Error('the app was not started')
    return started
  }
  async function open(options: LaunchOptions = {}): Promise<Page> {
    started = await launchTapeline(dataInFolder ? { userDataDir: folder(), ...options } : options)
    await until?.(started.page)
    return started.page
  }
  return { folder, open, tapeline }
}
