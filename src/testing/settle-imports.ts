import { afterAll, vi } from 'vitest'

/**
 * Parts of the window are loaded when they are needed. What a test asked for last may come when all tests of a file
 * have ended, and vitest takes a module that loads after that for an error.
 */
afterAll(() => vi.dynamicImportSettled())
