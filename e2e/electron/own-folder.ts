import { test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for each test of a file, empty at first and gone after it. */
export function ownFolder(prefix: string): () => string {
  let folder = ''
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), prefix))
  })
  test.afterEach(() => rmSync(folder, { recursive: true, force: true }))
  return () => folder
}
