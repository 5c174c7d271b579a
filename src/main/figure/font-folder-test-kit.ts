import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')

/** A folder with the fonts as the build copies them, for as long as the tests of a file run. */
export function withFonts(): { readonly dir: () => string } {
  let dir = ''
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'tapeline-fonts-'))
    execFileSync(process.execPath, [join(root, 'scripts/copy-fonts.mjs'), dir], { stdio: 'pipe' })
  })
  afterAll(() => {
    rmSync(dir, { recursive: true, force: true })
  })
  return { dir: () => dir }
}
