import { _electron, errors, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepareUnprivileged } from './unprivileged'

export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

export interface LaunchOptions {
  /** Kept after the run when given; otherwise a fresh one that `close` deletes. */
  readonly userDataDir?: string
  /** Put after the app's folder: files to open, switches. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** The language of the system that the app is made to believe in; `en` unless told. */
  readonly locale?: 'en' | 'zh-Hant'
  /** The theme of the system that the app is made to believe in; `light` unless told. */
  readonly theme?: 'light' | 'dark'
  /** IANA name of the time zone that the app runs in; `UTC` unless told. */
  readonly timeZone?: string
  /** Runs with Chromium's sandbox on, as an unprivileged user where the tests run as root. */
  readonly sandbox?: boolean
  /** A packaged executable to drive in place of the built sources. */
  readonly executablePath?: string
}

export interface Tapeline {
  readonly app: ElectronApplication
  /** The first window, its document loaded. */
  readonly page: Page
  readonly userDataDir: string
  /** Errors thrown in the page and messages at error level on its console, in order. */
  readonly pageErrors: readonly string[]
  readonly close: () => Promise<void>
}

/**
 * Starts the built app in its own user-data folder.
 *
 * The executable is named outright, because Playwright otherwise loads a module of its own into the app that
 * switches off much of Chromium's network traffic: a test that finds no request would then prove little.
 */
export async function launchTapeline(options: LaunchOptions = {}): Promise<Tapeline> {
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'tapeline-e2e-')))
  const executable = options.executablePath ?? runtimeExecutable()
  const unprivileged = options.sandbox ? await prepareUnprivileged(executable, userDataDir) : null
  const app = await launchAttached({
    executablePath: unprivileged?.executable ?? executable,
    args: [
      ...(options.executablePath === undefined ? [projectRoot] : []),
      `--user-data-dir=${userDataDir}`,
      `--lang=${options.locale === 'zh-Hant' ? 'zh-TW' : 'en-US'}`,
      // By a switch and not by `app.evaluate`: what that awaits may be garbage-collected while the app starts
      // (microsoft/playwright#33737), and the first window would come up in the wrong theme.
      ...(options.theme === 'dark' ? ['--force-dark-mode'] : []),
      ...(options.args ?? []),
    ],
    chromiumSandbox: options.sandbox ?? false,
    env: { ...environment(options), ...unprivileged?.env, ...options.env },
    cwd: projectRoot,
  })
  const close = async () => {
    await app.close()
    await unprivileged?.dispose()
    if (options.userDataDir === undefined) await rm(userDataDir, { recursive: true, force: true })
  }
  try {
    const page = await app.firstWindow()
    const pageErrors = collectErrors(page)
    await page.waitForLoadState('load')
    return { app, page, userDataDir, pageErrors, close }
  } catch (error) {
    await close()
    throw error
  }
}

const ATTACH_MS = 10_000
const MOST_ATTEMPTS = 6

/**
 * Playwright may attach in the very moment in which the first page navigates, miss that, and then wait for it
 * for ever (all its commands answered, `frameNavigated` never sent). The app is up and idle then; it is killed
 * and started again.
 */
export async function launchAttached(
  options: NonNullable<Parameters<typeof _electron.launch>[0]>,
): Promise<ElectronApplication> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await _electron.launch({ ...options, timeout: ATTACH_MS })
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !(error instanceof errors.TimeoutError)) throw error
    }
  }
}

/** Said by a Chromium that has no such directive yet, before the page; heard only if the driver is there in time. */
const UNKNOWN_DIRECTIVE = "Unrecognized Content-Security-Policy directive 'webrtc'"

function collectErrors(page: Page): readonly string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes(UNKNOWN_DIRECTIVE)) errors.push(message.text())
  })
  return errors
}

function environment(options: LaunchOptions): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const language = options.locale === 'zh-Hant' ? 'zh_TW' : 'en_US'
  return {
    ...Object.fromEntries(inherited),
    ...ownScreen(),
    TZ: options.timeZone ?? 'UTC',
    LANGUAGE: language,
    LANG: `${language}.UTF-8`,
    LC_ALL: `${language}.UTF-8`,
  }
}

/** The screen of this worker; see `playwright.config.ts`. Elsewhere than under Playwright there is but one. */
function ownScreen(): Record<string, string> {
  const display = process.env['TAPELINE_SCREENS']?.split(' ')[Number(process.env['TEST_PARALLEL_INDEX'])]
  return display === undefined ? {} : { DISPLAY: display }
}

function runtimeExecutable(): string {
  const executable = process.env['TAPELINE_ELECTRON']
  if (executable !== undefined) return executable
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (dist !== undefined) return join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron')
  throw new Error('no Electron runtime is named: run the tests with `npm test` or `npm run e2e`')
}
