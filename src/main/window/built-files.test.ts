import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listBuiltFiles, mimeTypeOf } from './built-files'

it('lists the files of the built window, and no link out of it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tapeline-built-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '')
  writeFileSync(join(folder, 'assets', 'a.js'), '')
  symlinkSync('/etc/hosts', join(folder, 'hosts'))
  const files = listBuiltFiles(folder)
  expect([...files].sort()).toEqual([
    ['/assets/a.js', join(folder, 'assets', 'a.js')],
    ['/index.html', join(folder, 'index.html')],
  ])
  rmSync(folder, { recursive: true })
})

it('gives an unknown file no type that could run', () => {
  expect(mimeTypeOf('a.woff2')).toBe('font/woff2')
  expect(mimeTypeOf('a.php')).toBe('application/octet-stream')
})
